from removebg import RemoveBg

RemoveBg("key", "error.log").remove_background_from_img_file("a.jpg")
