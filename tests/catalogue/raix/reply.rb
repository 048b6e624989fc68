class Reply
  include Raix::ChatCompletion
end
