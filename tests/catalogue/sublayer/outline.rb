class Outline < Sublayer::Generators::Base
end
