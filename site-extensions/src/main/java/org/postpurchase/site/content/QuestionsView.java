package org.postpurchase.site.content;

import java.util.List;
import java.util.Locale;
import org.postpurchase.content.ContentEntry;

/** The public page of questions and answers. Getters for page templates. */
final class QuestionsView {
  private final List<ContentEntry> questions;
  private final ContentTexts texts;
  private final Locale locale;

  QuestionsView(List<ContentEntry> questions, ContentTexts texts, Locale locale) {
    this.questions = questions;
    this.texts = texts;
    this.locale = locale;
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getShopName() {
    return texts.shop.name;
  }

  public String getShopUrl() {
    return texts.shop.url;
  }

  public List<EntryView> getQuestions() {
    return EntryView.of(questions);
  }

  public String text(String name) {
    return texts.of(name, locale, texts.shop.name);
  }
}
