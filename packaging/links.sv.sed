# Where links of the handbook lead in a package: its pages lie beside what an administrator reads, which is README there.
s#](README\.md#](HANDBOK.md#g
s#](\.\./en/#](en/#g
s#](\.\./\.\./packaging/README\.sv\.md#](README.md#g
s#](\.\./\.\./assets/schemas/#](json/#g
s#\[\([^]]*\)\](\.\./\.\./README\.md[^)]*)#\1#g
