package org.postpurchase.admin.transfer;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.portable.PortableKeys;

/**
 * The keys of settings that have none of their own: that of the preset they were made from, the one
 * they have been given, or a new one made of the name. Joins the caller's transaction.
 */
public final class LocalKeys {
  private static final int KEY_MAX = 60;

  private final PortableKeys store;
  private final String kind;

  public LocalKeys(PortableKeys store, String kind) {
    this.store = store;
    this.kind = kind;
  }

  /** What makes a key, for one setting of this shop. */
  public static final class Local {
    final String presetKey;
    final String name;

    public Local(String presetKey, String name) {
      this.presetKey = presetKey == null ? "" : presetKey;
      this.name = name == null ? "" : name;
    }
  }

  /** By number; names those that have no key yet. */
  public Map<Long, String> of(Map<Long, Local> rows) {
    Map<Long, String> known = store.of(kind);
    Map<Long, String> keys = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(known.values());
    rows.forEach(
        (id, row) -> {
          String key = row.presetKey.isEmpty() ? known.get(id) : row.presetKey;
          if (key != null) {
            keys.put(id, key);
            taken.add(key);
          }
        });
    rows.forEach(
        (id, row) -> {
          if (!keys.containsKey(id)) {
            String base = slug(row.name);
            String key = base;
            for (int n = 2; !taken.add(key); n++) {
              key = base + "-" + n;
            }
            store.name(kind, id, key);
            keys.put(id, key);
          }
        });
    return keys;
  }

  public Optional<Long> find(Map<Long, Local> rows, String key) {
    return of(rows).entrySet().stream()
        .filter(each -> each.getValue().equals(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public void name(long id, String key) {
    store.name(kind, id, key);
  }

  private static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    plain = plain.substring(0, Math.min(KEY_MAX, plain.length())).replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "setting" : plain;
  }
}
