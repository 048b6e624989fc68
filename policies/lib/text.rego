# METADATA
# title: Words
# description: Texts and numbers as people read them.
package aigov.lib.text

# METADATA
# description: '`1 file`, `8 files`.'
# scope: document
counted(number, noun) := sprintf("%d %s", [number, noun]) if {
	number == 1
} else := sprintf("%d %ss", [number, noun])

# METADATA
# description: Whether a text says anything. A name of blanks names nobody.
filled(value) if trim_space(value) != ""
