import AIProxy
