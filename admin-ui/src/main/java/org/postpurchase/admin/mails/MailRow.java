package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postpurchase.shared.LocaleCode;

/** One mail of the library with its languages. */
final class MailRow {
  /** Conditions of Velocity, with brackets at most two deep, and what is said otherwise. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "#(?:if|set)\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)"
              + "|#\\{?else(?:if)?\\b.*?#\\{?end\\b\\}?|#\\{?end\\b\\}?");

  private static final Pattern QUOTED = Pattern.compile("#\\[\\[(.*?)\\]\\]#");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$!?\\{[^}]*\\}");

  public final String key;
  public final String name;
  public final boolean archived;
  private String shown = "";
  public final List<Language> languages = new ArrayList<>();

  /** Names of the series with a step that sends it. */
  public final List<String> series = new ArrayList<>();

  MailRow(String key, String name, boolean archived) {
    this.key = key;
    this.name = name;
    this.archived = archived;
  }

  void add(Language language) {
    languages.add(language);
  }

  void usedBy(String name) {
    if (!series.contains(name)) {
      series.add(name);
    }
  }

  static String readable(String subject) {
    String words = QUOTED.matcher(DIRECTIVE.matcher(subject).replaceAll("")).replaceAll("$1");
    return PLACEHOLDER.matcher(words).replaceAll("\u2026").replaceAll("\\s+", " ").trim();
  }

  /** Its subject as a person reads it, in the given language where there is one. */
  String subject(Locale locale) {
    String subject = languages.isEmpty() ? "" : languages.get(0).subject;
    for (Language language : languages) {
      if (LocaleCode.parse(language.code).getLanguage().equals(locale.getLanguage())) {
        subject = language.subject;
      }
    }
    return readable(subject);
  }

  public String getSubject() {
    return shown;
  }

  MailRow shownIn(Locale locale) {
    shown = subject(locale);
    return this;
  }

  public String getUses() {
    return String.join(", ", series);
  }

  /** One wording of it. */
  public static final class Language {
    public final long id;
    private final String code;
    private final String subject;

    Language(long id, String code, String subject) {
      this.id = id;
      this.code = code;
      this.subject = subject;
    }

    /** Name of the language, in that language. */
    public String getName() {
      Locale locale = LocaleCode.parse(code);
      String name = locale.getDisplayName(locale);
      return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
  }
}
