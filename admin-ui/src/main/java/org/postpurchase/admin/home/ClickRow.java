package org.postpurchase.admin.home;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.click.ClickStore;

/** Plain values of one click for its list. */
final class ClickRow {
  public final String at;
  public final String contact;
  public final long messageId;
  public final String subject;
  public final String path;

  ClickRow(ClickStore.Shown click, Moments moments) {
    at = moments.of(click.at);
    contact = click.contact;
    messageId = click.messageId;
    subject = click.subject.isEmpty() ? "#" + click.messageId : click.subject;
    path = click.path;
  }
}
