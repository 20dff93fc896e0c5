package org.postpurchase.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.postpurchase.messaging.MessageChannel;
import org.postpurchase.messaging.OutgoingMail;
import org.postpurchase.messaging.SendOutcome;

/** The shop's mail server, which takes everything unless told otherwise. */
public final class RecordingMails implements MessageChannel {
  public final List<OutgoingMail> taken = new CopyOnWriteArrayList<>();
  public final List<OutgoingMail> tried = new CopyOnWriteArrayList<>();
  public volatile SendOutcome answer = SendOutcome.accepted();

  @Override
  public SendOutcome send(OutgoingMail mail) {
    tried.add(mail);
    if (answer.kind == SendOutcome.Kind.ACCEPTED) {
      taken.add(mail);
    }
    return answer;
  }

  @Override
  public void close() {}

  public List<String> subjects() {
    return taken.stream().map(mail -> mail.content.subject).collect(Collectors.toList());
  }
}
