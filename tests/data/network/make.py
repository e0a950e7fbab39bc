"""Makes measures.txt: measures of 200 random graphs, by networkx, to hold the program's own against.

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1 && venv/bin/python make.py > measures.txt

Graphs of every sort that a network map can be: with nobody, one, up to sixty people; without ties, thin, dense, whole;
random, in groups, around hubs, chains, with and without professionals. The seed is fixed, so the file is made the same
again. The ego is left out of the graph but for effective_size, which networkx reckons on the graph with the ego in it.
A measure that its definition leaves undecided (density of one person, shares of nobody) is null here as in the program.
"""

import json
import random

import networkx as nx

GRAPHS = 200
SEED = 20261122
KINDS = ["random", "random", "random", "groups", "hubs", "chain", "whole"]


def graph(number, chance):
    """One graph; the first few are the smallest there are."""
    people = number if number < 6 else chance.choice([7, 9, 9, 12, 12, 13, 16, 16, 20, 25, 40, 60])
    kind = chance.choice(KINDS)
    seed = chance.randrange(2**31)
    if people < 6 or kind == "random":
        made = nx.gnp_random_graph(people, chance.choice([0, 0.03, 0.08, 0.15, 0.3, 0.6]), seed=seed)
    elif kind == "groups":
        made = nx.relaxed_caveman_graph(people // 4, 4, 0.2, seed=seed)
    elif kind == "hubs":
        made = nx.barabasi_albert_graph(people, 2, seed=seed)
    elif kind == "chain":
        made = nx.path_graph(people)
    else:
        made = nx.complete_graph(min(people, 9))
    made.remove_edges_from(list(nx.selfloop_edges(made)))
    share = chance.choice([0, 0.2, 0.5, 1])
    for person in made:
        made.nodes[person]["sphere"] = "professional" if chance.random() < share else "private"
    return made


def measures(made):
    """What networkx says of it."""
    people, ties = made.number_of_nodes(), made.number_of_edges()
    with_ego = made.copy()
    with_ego.add_node("ego")
    with_ego.add_edges_from(("ego", person) for person in made)
    mixing = nx.attribute_mixing_dict(made, "sphere")
    external = mixing.get("private", {}).get("professional", 0)
    private = sum(sphere == "private" for _, sphere in made.nodes(data="sphere"))
    betweenness = nx.betweenness_centrality(made, normalized=False)
    return {
        "density": nx.density(made) if people > 1 else None,
        "components": nx.number_connected_components(made),
        "isolates": nx.number_of_isolates(made),
        "effective_size": nx.effective_size(with_ego, ["ego"])["ego"] if people else None,
        "ei_index": (external - (ties - external)) / ties if ties else None,
        "private_share": private / people if people else None,
        "degree": [made.degree(person) for person in made],
        "betweenness": [float(f"{betweenness[person]:.13g}") for person in made],
    }


def main():
    chance = random.Random(SEED)
    print(f"# Measures of {GRAPHS} random graphs by networkx {nx.__version__}, made by make.py beside this file.")
    print("# One graph a line: people, which of them are professionals, ties, measures. People count from 0.")
    for number in range(GRAPHS):
        made = nx.convert_node_labels_to_integers(graph(number, chance))
        shown = {
            "people": made.number_of_nodes(),
            "professionals": [one for one, sphere in made.nodes(data="sphere") if sphere == "professional"],
            "ties": sorted(sorted(tie) for tie in made.edges),
        }
        print(json.dumps(shown | measures(made), separators=(",", ":")))


main()
