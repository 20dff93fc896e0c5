package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postpurchase.shared.LocaleCode;

/** One mail of the library with its languages. */
public final class MailRow {
  /** Conditions of Velocity, with brackets at most two deep, and what is said otherwise. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "#(?:if|set)\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)"
              + "|#\\{?else(?:if)?\\b.*?#\\{?end\\b\\}?|#\\{?end\\b\\}?");

  private static final Pattern QUOTED = Pattern.compile("#\\[\\[(.*?)\\]\\]#");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$!?\\{[^}]*\\}");

  private final String key;
  private final String name;
  private final boolean archived;
  private String shown = "";
  private final List<Language> languages = new ArrayList<>();
  private final List<String> series = new ArrayList<>();

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

  public String getKey() {
    return key;
  }

  public String getName() {
    return name;
  }

  public boolean isArchived() {
    return archived;
  }

  public List<Language> getLanguages() {
    return languages;
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

  /** Names of the series with a step that sends it. */
  public List<String> getSeries() {
    return series;
  }

  public String getUses() {
    return String.join(", ", series);
  }

  /** One wording of it. */
  public static final class Language {
    private final long id;
    private final String code;
    private final String subject;

    Language(long id, String code, String subject) {
      this.id = id;
      this.code = code;
      this.subject = subject;
    }

    public long getId() {
      return id;
    }

    /** Name of the language, in that language. */
    public String getName() {
      Locale locale = LocaleCode.parse(code);
      String name = locale.getDisplayName(locale);
      return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
  }
}
