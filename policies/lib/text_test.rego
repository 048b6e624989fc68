package aigov_test.lib.text

import data.aigov.lib.text

test_counted if {
	text.counted(1, "file") == "1 file"
	text.counted(0, "file") == "0 files"
	text.counted(8, "file") == "8 files"
}

test_a_text_of_blanks_says_nothing if {
	text.filled("Jo")
	text.filled(" Jo ")
	every blank in ["", " ", "\t\n", "\u00a0\u2003"] {
		not text.filled(blank)
	}
}
