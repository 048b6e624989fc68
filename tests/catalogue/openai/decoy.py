# Our open airline interface: "openair". The OpenAir client talks SOAP.
from openair import OpenAir

OpenAir("https://www.openair.com/soap")
