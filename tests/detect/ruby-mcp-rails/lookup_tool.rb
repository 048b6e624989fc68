class LookupTool < ActionTool::Base # expect: use mcp import
  description "Looks an order up"

  def call(id:)
    Order.find(id).to_json
  end
end
