# Where links of the English handbook lead in a package: it lies in a folder of its own.
s#](\.\./sv/README\.md#](../HANDBOK.md#g
s#](\.\./\.\./packaging/README\.sv\.md#](../README.md#g
s#](\.\./\.\./assets/schemas/#](../json/#g
s#\[\([^]]*\)\](\.\./\.\./README\.md[^)]*)#\1#g
