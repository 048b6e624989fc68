class Report
  def groups
    ::Cohere.groups # ok: defined in this tree
  end
end
