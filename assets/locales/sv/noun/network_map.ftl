# All words of one kind of record: network map.

noun-network_map = nätverkskartan
noun-map = nätverkskartan

form-map = Om kartan

field-occasion = Anledning
field-consent = Samtycke
field-seen_by = Får ses av
field-comment = Egna ord

step-add-network_map = nätverkskarta { $label }
step-change-network_map = ändrad nätverkskarta { $label }
step-remove-network_map = borttagen nätverkskarta { $label }

deed-add-network_map = ny nätverkskarta
deed-change-network_map = ändrad nätverkskarta
deed-remove-network_map = borttagen nätverkskarta
