class Client
  def token
    ENV.fetch("MISTRAL_ACCESS_TOKEN", nil) # expect: use mistral env
  end

  def freight
    ENV.fetch("MISTRAL_FREIGHT_RATE", nil) # ok: a carrier's
  end
end
