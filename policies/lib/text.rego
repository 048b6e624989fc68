# METADATA
# title: Words
# description: Numbers as people read them.
package aigov.lib.text

# METADATA
# description: '`1 file`, `8 files`.'
# scope: document
counted(number, noun) := sprintf("%d %s", [number, noun]) if {
	number == 1
} else := sprintf("%d %ss", [number, noun])
