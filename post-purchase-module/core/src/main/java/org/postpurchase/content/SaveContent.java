package org.postpurchase.content;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges and keeps what authors write. Methods join the caller's transaction. */
public final class SaveContent {
  public static final int TITLE_MAX = 200;
  public static final int BODY_MAX = 4_000;
  public static final int ADDRESS_MAX = 500;
  private static final Pattern ADDRESS =
      Pattern.compile("https://[^\\s\"'<>\\\\]+|/(?!/)[^\\s\"'<>\\\\]*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final ContentStore store;
  private final ContentLibrary library;
  private final ShopGoods goods;
  private final Clock clock;

  /** Which products and categories there are. */
  public interface ShopGoods {
    boolean isThere(ContentScope scope, long id);
  }

  public SaveContent(ContentStore store, ContentLibrary library, ShopGoods goods, Clock clock) {
    this.store = store;
    this.library = library;
    this.goods = goods;
    this.clock = clock;
  }

  /**
   * Keeps the entry. One that is new and was made from something that another was made from already
   * changes nothing.
   *
   * @param entry as somebody saw it, its edition that of the row it was made from
   * @return the entry as it is kept now; empty when somebody else has saved it in between
   * @throws ContentRefusedException naming each field that is not right
   */
  public Optional<ContentEntry> save(ContentEntry entry) {
    Map<String, ContentProblem> problems = problems(entry);
    if (!problems.isEmpty()) {
      throw new ContentRefusedException(problems);
    }
    ContentEntry next =
        entry.but().id(entry.id, entry.edition + 1).changedAt(clock.instant()).build();
    library.forget();
    if (entry.id != 0) {
      return store.save(next) ? Optional.of(next) : Optional.empty();
    }
    Optional<Long> id = store.add(next);
    return id.isPresent()
        ? Optional.of(next.but().id(id.get(), next.edition).build())
        : store.ofSource(entry.source);
  }

  public boolean remove(long id, int edition) {
    library.forget();
    return store.remove(id, edition);
  }

  private Map<String, ContentProblem> problems(ContentEntry entry) {
    Map<String, ContentProblem> found = new LinkedHashMap<>();
    text(found, "title", entry.title, TITLE_MAX, true);
    text(found, "body", entry.body, BODY_MAX, entry.kind != ContentKind.VIDEO);
    address(found, "link", entry.link, entry.kind == ContentKind.VIDEO);
    address(found, "picture", entry.picture, entry.kind == ContentKind.VIDEO);
    if (!LANGUAGE.matcher(entry.localeCode).matches() || entry.localeCode.length() > 20) {
      found.put("localeCode", ContentProblem.LANGUAGE);
    }
    if (entry.daysFrom < 0 || entry.daysFrom > ContentEntry.DAYS_MAX) {
      found.put("daysFrom", ContentProblem.DAYS);
    }
    if (entry.daysTo < entry.daysFrom || entry.daysTo > ContentEntry.DAYS_MAX) {
      found.put("daysTo", ContentProblem.DAYS);
    }
    boolean known = entry.scope == ContentScope.SHOP || goods.isThere(entry.scope, entry.scopeId);
    if (!known) {
      found.put("scopeId", ContentProblem.UNKNOWN);
    }
    return found;
  }

  private static void text(
      Map<String, ContentProblem> found, String field, String text, int most, boolean needed) {
    if (needed && text.trim().isEmpty()) {
      found.put(field, ContentProblem.MISSING);
    } else if (text.codePointCount(0, text.length()) > most) {
      found.put(field, ContentProblem.TOO_LONG);
    }
  }

  private static void address(
      Map<String, ContentProblem> found, String field, String text, boolean needed) {
    if (text.isEmpty()) {
      if (needed) {
        found.put(field, ContentProblem.MISSING);
      }
    } else if (text.length() > ADDRESS_MAX) {
      found.put(field, ContentProblem.TOO_LONG);
    } else if (!ADDRESS.matcher(text).matches()) {
      found.put(field, ContentProblem.NO_ADDRESS);
    }
  }
}
