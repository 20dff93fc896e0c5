package org.postpurchase.messaging.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Queues many messages with three statements: which are there, the new ones, and their ids. */
final class QueueMessages {
  private final JdbcTemplate jdbc;
  private final ManyRows many;

  QueueMessages(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  List<OptionalLong> queue(List<NewMessage> messages, Function<NewMessage, Object[]> row) {
    Map<String, NewMessage> wanted = new LinkedHashMap<>();
    messages.forEach(m -> wanted.putIfAbsent(m.key, m));
    wanted.keySet().removeAll(many.known("PP_MESSAGE", "MESSAGE_KEY", wanted.keySet()));
    many.insert(MessageSql.QUEUE, wanted.values().stream().map(row).collect(Collectors.toList()));
    Map<String, Long> ids = idsOf(wanted.keySet());
    List<OptionalLong> answers = new ArrayList<>();
    for (NewMessage m : messages) {
      Long id = ids.remove(m.key);
      answers.add(id == null ? OptionalLong.empty() : OptionalLong.of(id));
    }
    return answers;
  }

  private Map<String, Long> idsOf(Collection<String> keys) {
    Map<String, Long> ids = new HashMap<>();
    if (!keys.isEmpty()) {
      OneOf these = many.oneOf("MESSAGE_KEY", keys);
      RowCallbackHandler collect = row -> ids.put(row.getString(1), row.getLong(2));
      jdbc.query(MessageSql.IDS + these.sql, collect, these.args());
    }
    return ids;
  }
}
