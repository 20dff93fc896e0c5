package org.postpurchase.portable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One text that is different between what a shop has and what a file says. Immutable. */
public final class Difference {
  /** Names of fields, with keys or numbers of list entries: {@code steps / hello / delayDays}. */
  public final String path;

  /** Empty for what is new. */
  public final String before;

  /** Empty for what goes. */
  public final String after;

  private Difference(String path, String before, String after) {
    this.path = path;
    this.before = before;
    this.after = after;
  }

  /** Empty exactly when both are equal, save for the order of entries that have keys. */
  public static List<Difference> between(PortableNode before, PortableNode after) {
    List<Difference> found = new ArrayList<>();
    compare(found, "", before, after);
    if (found.isEmpty() && !before.equals(after)) {
      found.add(new Difference("", "order of entries", "another order"));
    }
    return found;
  }

  private static void compare(
      List<Difference> found, String path, PortableNode before, PortableNode after) {
    if (before.equals(after)) {
      return;
    }
    Map<String, PortableNode> left = children(before);
    Map<String, PortableNode> right = children(after);
    if (left.isEmpty() && right.isEmpty()) {
      found.add(new Difference(path, shown(before), shown(after)));
      return;
    }
    if (before.isText() && !before.isEmpty() || after.isText() && !after.isEmpty()) {
      found.add(new Difference(path, before.toString(), after.toString()));
      return;
    }
    Set<String> names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      compare(
          found,
          path.isEmpty() ? name : path + " / " + name,
          left.getOrDefault(name, PortableNode.EMPTY),
          right.getOrDefault(name, PortableNode.EMPTY));
    }
  }

  private static String shown(PortableNode node) {
    return node.isEmpty() ? "" : node.toString();
  }

  /** Fields by name; entries of a list by their key, language or name, else by number. */
  private static Map<String, PortableNode> children(PortableNode node) {
    if (!node.fields.isEmpty()) {
      return node.fields;
    }
    Map<String, PortableNode> children = new LinkedHashMap<>();
    for (PortableNode item : node.items) {
      String name = item.textOf("key");
      name = name.isEmpty() ? item.textOf("language") : name;
      boolean free = !name.isEmpty() && !children.containsKey(name);
      children.put(free ? name : String.valueOf(children.size() + 1), item);
    }
    return children;
  }
}
