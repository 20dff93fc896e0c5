package org.postpurchase.messaging.mail;

/** Where in a conversation with a mail server a reply came. */
enum Stage {
  GREETING,
  EHLO,
  STARTTLS,
  AUTH,
  MAIL,
  RCPT,
  DATA,
  /** After the whole mail was handed over. */
  DOT;

  /** The stage that a command begins, or the one before where it begins none. */
  static Stage after(Stage before, String command) {
    String verb = command.split("[ :]", 2)[0];
    switch (verb) {
      case "HELO":
        return EHLO;
      case "BDAT":
        return DOT;
      default:
        for (Stage stage : values()) {
          if (stage.name().equals(verb)) {
            return stage;
          }
        }
        return before;
    }
  }
}
