package aigov_test.lib.text

import data.aigov.lib.text

test_counted if {
	text.counted(1, "file") == "1 file"
	text.counted(0, "file") == "0 files"
	text.counted(8, "file") == "8 files"
}
