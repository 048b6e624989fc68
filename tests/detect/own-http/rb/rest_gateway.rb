require "faraday"

class RestGateway
  def submit(url, body)
    Faraday.post(url, body.to_json)
  end
end
