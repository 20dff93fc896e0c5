package org.postpurchase.messaging.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Queues many messages with one statement, or with three where an insert returns nothing. */
final class QueueMessages {
  private final ManyRows many;

  QueueMessages(JdbcTemplate jdbc, Inserts inserts) {
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  List<OptionalLong> queue(List<NewMessage> messages, Function<NewMessage, Object[]> row) {
    Map<String, Long> ids =
        many.insertMissingWithIds(
            MessageSql.QUEUE,
            "PP_MESSAGE",
            "MESSAGE_KEY",
            "MESSAGE_ID",
            messages.stream().map(row).collect(Collectors.toList()));
    List<OptionalLong> answers = new ArrayList<>();
    for (NewMessage m : messages) {
      Long id = ids.remove(m.key);
      answers.add(id == null ? OptionalLong.empty() : OptionalLong.of(id));
    }
    return answers;
  }
}
