class EnableVector < ActiveRecord::Migration[7.1]
  def change
    enable_extension "pgcrypto" # ok: another extension
    enable_extension "vector" # expect: use pgvector sdk-call
  end
end
