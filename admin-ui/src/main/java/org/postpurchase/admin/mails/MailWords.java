package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.BlockKinds;
import org.postpurchase.blocks.BlockProblem;
import org.postpurchase.blocks.CompareCompositions;
import org.postpurchase.blocks.Composition;
import org.postpurchase.blocks.MailField;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.sms.SmsText;

/** What the editor of mails says, in the admin's language. */
final class MailWords {
  private static final int QUOTED_MAX = 60;

  private final BlockKinds kinds;
  private final Words words;

  public MailWords(BlockKinds kinds, Words words) {
    this.kinds = kinds;
    this.words = words;
  }

  String of(String key, Locale locale) {
    return words.filled(key, locale);
  }

  String filled(String key, Locale locale, Object... values) {
    return words.filled(key, locale, values);
  }

  /** Kinds, fields and words for the script of the page. */
  Map<String, Object> setup(Locale locale) {
    Map<String, Object> setup = new LinkedHashMap<>();
    List<Object> all = new ArrayList<>();
    for (BlockKind kind : kinds.all()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("key", kind.key());
      each.put("label", kind(kind.key(), locale));
      each.put("help", words.of("PostPurchase_BlockHelp_" + kind.key(), "", locale));
      List<Object> fields = new ArrayList<>();
      for (BlockField field : kind.fields()) {
        fields.add(field(field, locale));
      }
      each.put("fields", fields);
      all.add(each);
    }
    setup.put("kinds", all);
    setup.put("texts", fields(MailField.texts(), locale));
    setup.put("links", fields(MailField.links(), locale));
    Map<String, Object> said = new LinkedHashMap<>();
    for (String word :
        new String[] {
          "Add",
          "Bold",
          "Closing",
          "Copy",
          "Down",
          "Fold",
          "Gone",
          "Heading",
          "Insert",
          "Intro",
          "Link",
          "LinkHelp",
          "List",
          "NoDifferences",
          "PictureHelp",
          "Preheader",
          "Reason",
          "Remove",
          "Restore",
          "Saved",
          "Saving",
          "Subject",
          "Unsaved",
          "Up",
          "UseMine"
        }) {
      said.put(word, words.of("PostPurchase_MailEditor_" + word, word, locale));
    }
    setup.put("words", said);
    return setup;
  }

  private Map<String, Object> field(BlockField field, Locale locale) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("name", field.name);
    each.put("type", field.type.name());
    each.put("required", field.required);
    each.put("most", field.most());
    each.put("label", fieldName(field.name, locale));
    List<Object> choices = new ArrayList<>();
    for (String choice : field.choices) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("value", choice);
      one.put("label", words.of("PostPurchase_BlockChoice_" + choice, choice, locale));
      choices.add(one);
    }
    each.put("choices", choices);
    return each;
  }

  private List<Object> fields(List<String> names, Locale locale) {
    List<Object> fields = new ArrayList<>();
    for (String name : names) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", name);
      each.put("label", words.of("PostPurchase_MailField_" + name, name, locale));
      each.put("otherwise", words.of("PostPurchase_MailFieldElse_" + name, "", locale));
      fields.add(each);
    }
    return fields;
  }

  private String kind(String key, Locale locale) {
    return words.of(
        "PostPurchase_Block_" + key, Words.readable(key.toLowerCase(Locale.ROOT)), locale);
  }

  private String fieldName(String name, Locale locale) {
    return words.of("PostPurchase_BlockField_" + name, Words.readable(name), locale);
  }

  /** Each problem with its place in words, for the list and for the block. */
  List<Object> problems(List<BlockProblem> problems, Draft draft, Locale locale) {
    List<Object> said = new ArrayList<>();
    for (BlockProblem problem : problems) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("block", problem.block);
      each.put("field", problem.field);
      String text =
          words.filled("PostPurchase_BlockProblem_" + problem.code, locale, problem.detail);
      if (problem.code == BlockProblem.Code.BROKEN && problem.detail.startsWith("PostPurchase_")) {
        text = words.filled(problem.detail, locale);
      }
      String place = problem.field.isEmpty() ? "" : fieldName(problem.field, locale);
      if (problem.block >= 0 && draft.composition != null) {
        String kind = kind(draft.composition.blocks.get(problem.block).kind, locale);
        place =
            words.filled("PostPurchase_BlockProblem_Place", locale, problem.block + 1, kind)
                + (place.isEmpty() ? "" : ", " + place);
      }
      each.put("text", place.isEmpty() ? text : place + ": " + text);
      each.put("short", text);
      said.add(each);
    }
    return said;
  }

  List<String> differences(Composition before, Composition after, Locale locale) {
    List<String> said = new ArrayList<>();
    for (CompareCompositions.Difference d : CompareCompositions.of(before, after)) {
      String place =
          d.kind.isEmpty()
              ? fieldName(d.field, locale)
              : kind(d.kind, locale) + (d.field.isEmpty() ? "" : ", " + fieldName(d.field, locale));
      said.add(
          words.filled(
              "PostPurchase_MailDifference_" + d.what,
              locale,
              place,
              shortened(d.before),
              shortened(d.after)));
    }
    return said;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").trim();
    return line.codePointCount(0, line.length()) > QUOTED_MAX
        ? line.substring(0, line.offsetByCodePoints(0, QUOTED_MAX)) + "…"
        : line;
  }

  List<String> hints(List<String> hints, Locale locale) {
    List<String> said = new ArrayList<>();
    for (String hint : hints) {
      String[] parts = hint.split(" ", 2);
      said.add(
          words.filled(
              "PostPurchase_MailHint_" + parts[0], locale, parts.length > 1 ? parts[1] : ""));
    }
    return said;
  }

  /** What it costs as a text message, with the characters that make it dear. */
  String cost(SmsText text, Locale locale) {
    String length = words.filled("PostPurchase_Sms_Length", locale, text.units, text.segments);
    return text.costly.isEmpty()
        ? length
        : length
            + " "
            + words.filled("PostPurchase_Sms_Costly", locale, text.costly, text.segmentsWithout);
  }

  String size(RenderedMessage mail, Locale locale) {
    int kilobytes =
        (mail.html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1023) / 1024;
    return words.filled("PostPurchase_Mails_Size", locale, kilobytes);
  }
}
