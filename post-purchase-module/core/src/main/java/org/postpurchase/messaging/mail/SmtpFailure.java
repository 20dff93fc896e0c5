package org.postpurchase.messaging.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
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

  /** The shop's settings are wrong, not this mail: it waits until they are right. */
  static SendOutcome ofSender(String from, MessagingException e) {
    return SendOutcome.of(
        Kind.UNREACHABLE,
        "The shop's sender address '" + from + "' cannot be used: " + Reasons.of(e));
  }

  static SendOutcome whileSending(Exception e, boolean handedOver) {
    String reason = Reasons.of(e);
    SMTPAddressFailedException recipient = find(SMTPAddressFailedException.class, e);
    SMTPSendFailedException command = find(SMTPSendFailedException.class, e);
    if (recipient != null && recipient.getReturnCode() >= 400) {
      return SendOutcome.of(
          kindBefore(recipient.getReturnCode()),
          "The recipient was refused: " + Reasons.of(recipient));
    }
    if (command != null && command.getReturnCode() >= 400) {
      int code = command.getReturnCode();
      if (handedOver) {
        return SendOutcome.of(kind(code), "The mail was refused: " + reason);
      }
      return String.valueOf(command.getCommand()).startsWith("MAIL")
          ? SendOutcome.of(Kind.UNREACHABLE, "The shop's sender address was refused: " + reason)
          : SendOutcome.of(kindBefore(code), "The mail server refused: " + reason);
    }
    return handedOver
        ? SendOutcome.of(
            Kind.UNCLEAR, "The connection broke before the server confirmed the mail: " + reason)
        : SendOutcome.of(Kind.UNREACHABLE, "The connection to the mail server broke: " + reason);
  }

  /** Of the failure and the further ones it carries, the first of that type, or null. */
  private static <T extends Exception> T find(Class<T> type, Exception e) {
    Exception part = e;
    while (part != null && !type.isInstance(part)) {
      part =
          part instanceof MessagingException
              ? ((MessagingException) part).getNextException()
              : null;
    }
    return type.cast(part);
  }

  /** Before the mail was handed over, 421 means that the server closes for everybody. */
  private static Kind kindBefore(int code) {
    return code == 421 ? Kind.UNREACHABLE : kind(code);
  }

  private static Kind kind(int code) {
    return code >= 500 ? Kind.PERMANENT : Kind.TEMPORARY;
  }
}
