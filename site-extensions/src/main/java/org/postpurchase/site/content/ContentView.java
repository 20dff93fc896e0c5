package org.postpurchase.site.content;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.content.FittingContent;

/** What fits an order. Getters for page templates. */
final class ContentView {
  private final FittingContent content;
  private final ContentTexts texts;
  private final Locale locale;

  ContentView(FittingContent content, ContentTexts texts, Locale locale) {
    this.content = content;
    this.texts = texts;
    this.locale = locale;
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String text(String name) {
    return texts.of(name, locale, texts.shop.name);
  }

  public List<EntryView> getGuides() {
    return content.guides.stream().map(EntryView::new).collect(Collectors.toList());
  }

  public List<EntryView> getQuestions() {
    return EntryView.of(content.questions);
  }
}
