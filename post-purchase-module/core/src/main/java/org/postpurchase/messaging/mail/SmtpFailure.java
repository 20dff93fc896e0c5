package org.postpurchase.messaging.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.Reasons;

/** Sorts what went wrong with a mail server into what to do next. Reply codes: RFC 5321 §4.2. */
final class SmtpFailure {
  private SmtpFailure() {}

  static SendOutcome whileConnecting(MessagingException e) {
    String hint =
        e instanceof AuthenticationFailedException
            ? "The mail server refused the shop's user name or password: "
            : "The mail server cannot be reached: ";
    return SendOutcome.of(Kind.UNREACHABLE, Reasons.clip(hint + Reasons.of(e)));
  }

  static SendOutcome whileSending(Exception e, boolean handedOver) {
    String reason = Reasons.of(e);
    for (Exception part = e;
        part instanceof MessagingException;
        part = ((MessagingException) part).getNextException()) {
      if (part instanceof SMTPAddressFailedException) {
        int code = ((SMTPAddressFailedException) part).getReturnCode();
        return SendOutcome.of(kind(code), "The recipient was refused: " + Reasons.of(part));
      }
      if (part instanceof SMTPSenderFailedException) {
        return SendOutcome.of(
            Kind.UNREACHABLE, "The shop's sender address was refused: " + Reasons.of(part));
      }
      if (part instanceof SMTPSendFailedException) {
        int code = ((SMTPSendFailedException) part).getReturnCode();
        if (code >= 400) {
          return handedOver
              ? SendOutcome.of(kind(code), "The mail was refused: " + reason)
              : SendOutcome.of(
                  code == 421 ? Kind.UNREACHABLE : kind(code),
                  "The mail server refused: " + reason);
        }
      }
    }
    return handedOver
        ? SendOutcome.of(
            Kind.UNCLEAR,
            Reasons.clip("The connection broke before the server confirmed the mail: " + reason))
        : SendOutcome.of(
            Kind.UNREACHABLE, Reasons.clip("The connection to the mail server broke: " + reason));
  }

  private static Kind kind(int code) {
    return code >= 500 ? Kind.PERMANENT : Kind.TEMPORARY;
  }
}
