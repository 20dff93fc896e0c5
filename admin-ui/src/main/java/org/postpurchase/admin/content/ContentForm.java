package org.postpurchase.admin.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentKind;
import org.postpurchase.content.ContentProblem;
import org.postpurchase.content.ContentScope;
import org.postpurchase.segment.GoodsNames;

/** What stands in the form of an entry, as texts, and what it means. */
final class ContentForm {
  private static final String[] FIELDS = {
    "id",
    "edition",
    "kind",
    "scope",
    "product",
    "category",
    "localeCode",
    "daysFrom",
    "daysTo",
    "title",
    "body",
    "link",
    "picture",
    "position",
    "active",
    "source"
  };

  private final Map<String, String> typed;
  private final Map<String, ContentProblem> problems = new LinkedHashMap<>();

  private ContentForm(Map<String, String> typed) {
    this.typed = typed;
  }

  static ContentForm of(HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = request.getParameter(field);
      typed.put(field, value == null ? "" : value.trim());
    }
    return new ContentForm(typed);
  }

  static Map<String, String> of(ContentEntry e, GoodsNames goods) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", String.valueOf(e.id));
    fields.put("edition", String.valueOf(e.edition));
    fields.put("kind", e.kind.name());
    fields.put("scope", e.scope.name());
    fields.put("product", e.scope == ContentScope.PRODUCT ? productOf(e.scopeId, goods) : "");
    fields.put("category", e.scope == ContentScope.CATEGORY ? String.valueOf(e.scopeId) : "");
    fields.put("localeCode", e.localeCode);
    fields.put("daysFrom", String.valueOf(e.daysFrom));
    fields.put("daysTo", e.daysTo == ContentEntry.DAYS_MAX ? "" : String.valueOf(e.daysTo));
    fields.put("title", e.title);
    fields.put("body", e.body);
    fields.put("link", e.link);
    fields.put("picture", e.picture);
    fields.put("position", String.valueOf(e.position));
    fields.put("active", e.active ? "true" : "");
    fields.put("source", e.source);
    return fields;
  }

  private static String productOf(long id, GoodsNames goods) {
    String name = goods.products(Collections.singleton(id)).get(id);
    return (name == null ? "" : name + " ") + "#" + id;
  }

  Map<String, String> typed() {
    return typed;
  }

  /** By field; those that the core does not find itself because what was typed is no number. */
  Map<String, ContentProblem> problems() {
    return problems;
  }

  /** What was typed. */
  ContentEntry entry(GoodsNames goods) {
    ContentScope scope = oneOf(ContentScope.values(), "scope", ContentScope.SHOP);
    return new ContentEntry.Builder(
            oneOf(ContentKind.values(), "kind", ContentKind.HOW_TO), scope, scopeId(scope, goods))
        .id(number("id", 0, "id"), (int) number("edition", 0, "edition"))
        .language(typed.get("localeCode"))
        .days(
            (int) number("daysFrom", 0, "daysFrom"),
            (int) number("daysTo", ContentEntry.DAYS_MAX, "daysTo"))
        .text(typed.get("title"), typed.get("body").replace("\r\n", "\n"))
        .link(typed.get("link"), typed.get("picture"))
        .position((int) number("position", 0, "position"))
        .active("true".equals(typed.get("active")))
        .source(typed.get("source").matches("case:\\d{1,18}") ? typed.get("source") : "")
        .build();
  }

  private long scopeId(ContentScope scope, GoodsNames goods) {
    if (scope == ContentScope.CATEGORY) {
      String id = typed.get("category");
      return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
    return scope == ContentScope.PRODUCT ? ProductChoice.of(typed.get("product"), goods) : 0;
  }

  private long number(String field, long otherwise, String problem) {
    String text = typed.get(field);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}") && !field.equals("id")) {
      problems.put(problem, ContentProblem.DAYS);
      return otherwise;
    }
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private <E extends Enum<E>> E oneOf(E[] all, String field, E otherwise) {
    for (E each : all) {
      if (each.name().equals(typed.get(field))) {
        return each;
      }
    }
    return otherwise;
  }
}
