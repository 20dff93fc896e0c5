package org.postpurchase.portable.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.portable.PortableReader;
import org.postpurchase.portable.UnreadableFileException;
import org.postpurchase.portable.UnreadableFileException.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file by its events, without recursion and without making anything but nodes: no types,
 * no aliases, so that a short file stays small.
 */
final class YamlFile {
  private static final int DEPTH_MAX = 40;
  private static final int NODES_MAX = 100_000;

  private final Deque<Open> open = new ArrayDeque<>();
  private PortableNode root;
  private int nodes;
  private int documents;

  private YamlFile() {}

  static PortableNode read(String file) {
    if (file.length() > PortableReader.LENGTH_MAX) {
      throw new UnreadableFileException(
          Problem.TOO_LONG, 0, String.valueOf(PortableReader.LENGTH_MAX));
    }
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(PortableReader.LENGTH_MAX * 2).build();
    YamlFile reading = new YamlFile();
    try {
      for (Event event : new Parse(settings).parseString(file)) {
        reading.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      throw new UnreadableFileException(
          Problem.SYNTAX, line(e.getProblemMark()), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new UnreadableFileException(Problem.SYNTAX, 0, String.valueOf(e.getMessage()));
    }
    return reading.root == null ? PortableNode.EMPTY : reading.root;
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  /** A list or set of fields that has begun. */
  private static final class Open {
    final boolean named;
    final int line;
    final List<PortableNode> items = new ArrayList<>();
    final Map<String, PortableNode> fields = new LinkedHashMap<>();
    String name;

    Open(boolean named, int line) {
      this.named = named;
      this.line = line;
    }
  }

  private void take(Event event) {
    int line = line(event.getStartMark());
    switch (event.getEventId()) {
      case DocumentStart:
        if (++documents > 1) {
          throw new UnreadableFileException(Problem.DOCUMENTS, line, "");
        }
        break;
      case Alias:
        throw new UnreadableFileException(
            Problem.ALIAS, line, "*" + ((AliasEvent) event).getAlias());
      case MappingStart:
      case SequenceStart:
        begin((CollectionStartEvent) event, event.getEventId() == Event.ID.MappingStart, line);
        break;
      case MappingEnd:
      case SequenceEnd:
        Open done = open.pop();
        add(
            done.named
                ? PortableNode.fields(done.fields, done.line)
                : PortableNode.list(done.items, done.line),
            done.line);
        break;
      case Scalar:
        ScalarEvent scalar = (ScalarEvent) event;
        refuse(scalar.getAnchor(), scalar.getTag(), line);
        add(PortableNode.text(scalar.getValue(), line), line);
        break;
      default:
    }
  }

  private void begin(CollectionStartEvent event, boolean named, int line) {
    refuse(event.getAnchor(), event.getTag(), line);
    if (open.size() >= DEPTH_MAX) {
      throw new UnreadableFileException(Problem.TOO_DEEP, line, String.valueOf(DEPTH_MAX));
    }
    open.push(new Open(named, line));
  }

  private static void refuse(Optional<Anchor> anchor, Optional<String> tag, int line) {
    if (anchor.isPresent()) {
      throw new UnreadableFileException(Problem.ALIAS, line, "&" + anchor.get());
    }
    if (tag.isPresent()) {
      throw new UnreadableFileException(Problem.TAG, line, tag.get());
    }
  }

  private void add(PortableNode node, int line) {
    if (++nodes > NODES_MAX) {
      throw new UnreadableFileException(Problem.TOO_MANY, line, String.valueOf(NODES_MAX));
    }
    Open parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (!parent.named) {
      parent.items.add(node);
    } else if (parent.name == null) {
      if (!node.isText() || node.text.isEmpty()) {
        throw new UnreadableFileException(Problem.NO_NAME, line, "");
      }
      parent.name = node.text;
    } else {
      if (parent.fields.put(parent.name, node) != null) {
        throw new UnreadableFileException(Problem.TWICE, line, parent.name);
      }
      parent.name = null;
    }
  }
}
