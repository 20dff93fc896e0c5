package org.postpurchase.admin.transfer;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.portable.PortableNode;

/** Keys of the entries that a file brings along, by kind, for references between its parts. */
public final class FileNames {
  private final PortableNode file;
  private final Map<String, Set<String>> keys = new HashMap<>();

  FileNames(PortableNode file) {
    this.file = file;
    file.fields.forEach(
        (kind, part) -> {
          Set<String> all = new HashSet<>();
          part.items.forEach(item -> all.add(item.textOf("key")));
          keys.put(kind, all);
        });
  }

  /** The entries of a kind. */
  public List<PortableNode> of(String kind) {
    return file.field(kind).items;
  }

  public boolean has(String kind, String key) {
    return keys.getOrDefault(kind, Collections.emptySet()).contains(key);
  }
}
