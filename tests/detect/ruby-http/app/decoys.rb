# What is sent elsewhere is no use, and neither is a link to a vendor's pages.
class Decoys
  DOCS = "https://platform.openai.com/docs/api-reference" # ok

  def orders(question)
    Faraday.post("https://shop.example/orders", { model: "small", messages: question }.to_json) # ok
    HTTParty.get(DOCS) # ok: a page
    Net::HTTP.post(URI("https://shop.example/v1/chat"), question) # ok: nobody's
    params.post("https://shop.example") # ok
    queue.request(question) # ok: no request was made
  end
end
