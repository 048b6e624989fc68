class UsersController < ApplicationController
  def show
    AskJob.set(wait: 5).perform_later(user.diagnosis)
    MailJob.perform_later(user.iban)
  end
end
