# METADATA
# title: Name patterns
# description: >-
#   Patterns of aigov.yaml: plain text with up to two stars, each for any run of characters. A pattern with more
#   stars matches nothing, so that it can never cover too much.
package aigov.lib.pattern

# METADATA
# description: Whether a pattern covers a value.
# scope: document
matches(pattern, value) if pattern == value

matches(pattern, value) if {
	[first, last] := split(pattern, "*")
	startswith(value, first)
	endswith(value, last)
	count(value) >= count(first) + count(last)
}

matches(pattern, value) if {
	[first, middle, last] := split(pattern, "*")
	startswith(value, first)
	endswith(value, last)
	count(value) >= count(first) + count(last)
	contains(substring(value, count(first), (count(value) - count(first)) - count(last)), middle)
}
