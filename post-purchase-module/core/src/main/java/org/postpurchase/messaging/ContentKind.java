package org.postpurchase.messaging;

/** Which parts of a template a channel carries. */
public enum ContentKind {
  /** Subject, HTML and plain text, as in a mail. */
  MAIL,
  /** Plain text alone: subject and HTML of the template are not rendered. */
  TEXT
}
