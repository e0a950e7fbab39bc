# All words of one kind of record: network map.

noun-network_map = the network map
noun-map = the network map

form-map = About the map

field-occasion = Occasion
field-consent = Consent
field-seen_by = Seen by
field-comment = Own words

step-add-network_map = network map { $label }
step-change-network_map = network map changed { $label }
step-remove-network_map = network map removed { $label }

deed-add-network_map = new network map
deed-change-network_map = changed network map
deed-remove-network_map = removed network map
