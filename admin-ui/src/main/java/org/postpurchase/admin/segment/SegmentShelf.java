package org.postpurchase.admin.segment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.admin.transfer.FileNames;
import org.postpurchase.admin.transfer.Shelf;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.SegmentRecord;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.SaveSegments;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentRefusedException;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.json.JsonModule;

/** Segments in files. A new one is off; members of one that is on are worked out anew. */
public final class SegmentShelf implements Shelf {
  private static final JsonReader JSON = JsonModule.reader();

  private final SegmentStore store;
  private final SaveSegments save;
  private final SegmentWords segmentWords;
  private final Words words;
  private final Clock clock;

  public SegmentShelf(SegmentParts parts, Words words, Clock clock) {
    this.store = parts.segments.store();
    this.save = parts.segments.save();
    this.segmentWords = new SegmentWords(words, parts.goods);
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "segments";
  }

  @Override
  public List<Class<?>> records() {
    return Collections.singletonList(SegmentRecord.class);
  }

  @Override
  public List<Entry> entries(EntityManager em) {
    Map<String, Entry> entries = new TreeMap<>();
    for (Segment segment : store.all()) {
      PortableNode content =
          new PortableNode.Builder()
              .put("key", segment.key)
              .put("name", segment.name)
              .put("conditions", node(PlainJson.texts(JSON.read(segment.conditions))))
              .build();
      entries.put(segment.key, new Entry(segment.key, segment.name, content, segment.active));
    }
    return new ArrayList<>(entries.values());
  }

  private static PortableNode node(Object value) {
    if (value instanceof Map) {
      PortableNode.Builder object = new PortableNode.Builder();
      ((Map<?, ?>) value).forEach((name, each) -> object.put(name.toString(), node(each)));
      return object.build();
    }
    if (value instanceof List) {
      List<PortableNode> items = new ArrayList<>();
      ((List<?>) value).forEach(each -> items.add(node(each)));
      return PortableNode.list(items, 0);
    }
    return PortableNode.text(String.valueOf(value));
  }

  private static Object json(PortableNode node) {
    if (node.isText()) {
      return node.text;
    }
    if (!node.items.isEmpty()) {
      List<Object> items = new ArrayList<>();
      node.items.forEach(item -> items.add(json(item)));
      return items;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    node.fields.forEach((name, value) -> object.put(name, json(value)));
    return object;
  }

  @Override
  public List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale) {
    Fields fields = new Fields(words, locale);
    fields.only(entry.content, "key", "name", "conditions");
    fields.required(entry.content, "name", 120);
    if (entry.key.length() > 40) {
      fields.problem(entry.content, "PostPurchase_Transfer_TooLong", "key", 40);
    }
    PortableNode conditions = entry.content.field("conditions");
    try {
      save.check(PlainJson.write(json(conditions)));
    } catch (SegmentRefusedException refused) {
      PortableNode at = conditions.isEmpty() ? entry.content : conditions;
      fields.said(at, entry.name + ": " + segmentWords.problem(refused, locale));
    }
    return fields.problems();
  }

  @Override
  public void put(EntityManager em, Entry entry, String actor) {
    String name = entry.content.textOf("name").trim();
    String text =
        ConditionText.write(save.check(PlainJson.write(json(entry.content.field("conditions")))));
    Optional<Segment> known = store.find(entry.key);
    boolean done;
    if (known.isPresent()) {
      Segment before = known.get();
      done =
          store.save(
              new Segment(
                  before.id,
                  before.key,
                  name,
                  before.active,
                  new Segment.Text(text, before.edition),
                  before.build),
              clock.instant());
    } else {
      done = store.add(entry.key, name, false, text, "", clock.instant());
    }
    if (!done) {
      throw new ChangedMeanwhileException(entry.key);
    }
  }
}
