from trulens.core import TruSession

session = TruSession()
