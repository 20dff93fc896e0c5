package org.postpurchase.site.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.shared.ShownText;
import org.postpurchase.story.ShownStory;
import org.postpurchase.story.StoryKind;

/** The gallery, as the template shows it. */
final class GalleryView {
  private static final int WORDS_MOST = 240;

  private final List<ShownStory> stories;
  private final ReviewWords words;
  private final Locale locale;

  GalleryView(List<ShownStory> stories, ReviewWords words, Locale locale) {
    this.stories = stories;
    this.words = words;
    this.locale = locale;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String text(String name) {
    return words.of(name, locale, words.shop.name);
  }

  public String getPolicyPath() {
    return PolicyHandler.PATH;
  }

  public List<Item> getStories() {
    return stories.stream().map(Item::new).collect(Collectors.toList());
  }

  /** One story. */
  public final class Item {
    private final ShownStory shown;

    Item(ShownStory shown) {
      this.shown = shown;
    }

    /** Hash; empty for words alone. */
    public String getPicture() {
      return shown.story.sha256;
    }

    /** A picture of a review stands for itself. */
    public String getWords() {
      boolean alone = shown.story.kind == StoryKind.PHOTO && shown.story.origin.reviewId != 0;
      return alone ? "" : ShownText.cut(ShownText.line(shown.words, Integer.MAX_VALUE), WORDS_MOST);
    }

    public String getAuthor() {
      return shown.story.nickname.isEmpty() ? words.of("Anonymous", locale) : shown.story.nickname;
    }

    public String getAlt() {
      return words.of("PhotoOf", locale) + " " + getAuthor();
    }

    public String getLanguage() {
      return shown.story.locale.toLanguageTag();
    }

    public boolean isIncentivised() {
      return shown.incentivised;
    }
  }
}
