# METADATA
# title: Words
# description: Numbers as people read them.
package aigov.lib.text

# `1 file`, `8 files`.
counted(number, noun) := sprintf("%d %s", [number, noun]) if {
	number == 1
} else := sprintf("%d %ss", [number, noun])
