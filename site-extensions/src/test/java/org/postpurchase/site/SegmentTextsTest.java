package org.postpurchase.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.springframework.context.support.StaticMessageSource;

/** Who reads the words that a store has for a segment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentTextsTest {
  private static final String TEXT = "PostPurchase_Consent_Text";
  private static final PersonRef ADA = PersonRef.ofCustomer(1);
  private static final PersonRef BEN = PersonRef.ofCustomer(2);

  private final StaticMessageSource bundle = new StaticMessageSource();
  private final List<String> asked = new ArrayList<>();
  private final Set<PersonRef> members = new HashSet<>(Set.of(ADA));
  private final ShopTexts texts = new ShopTexts();
  private List<String> segments = List.of("lapsed", "vip");
  private long now;

  @BeforeEach
  void open() {
    texts.setMessageSource(bundle);
    bundle.addMessage(TEXT, Locale.ENGLISH, "Yes");
  }

  private SegmentTexts words() {
    SegmentMembership membership =
        (key, persons) -> {
          asked.add(key);
          Set<PersonRef> found = new HashSet<>(persons);
          found.retainAll(members);
          return found;
        };
    return new SegmentTexts(texts, () -> segments, membership, () -> now);
  }

  @Test
  void while_a_store_has_no_words_for_segments_nobody_is_looked_up() {
    assertThat(words().segment(TEXT, ADA, Locale.ENGLISH)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void members_read_the_words_of_their_segment_and_others_the_usual_ones() {
    bundle.addMessage(TEXT + ".vip", Locale.ENGLISH, "Yes, for our best customers");
    SegmentTexts words = words();
    String ada = words.segment(TEXT, ADA, Locale.ENGLISH);
    assertThat(ada).isEqualTo("vip");
    assertThat(texts.get(words.key(TEXT, ada, Locale.ENGLISH), Locale.ENGLISH))
        .isEqualTo("Yes, for our best customers");
    assertThat(words.segment(TEXT, BEN, Locale.ENGLISH)).isEmpty();
    assertThat(words.segment(TEXT, null, Locale.ENGLISH)).as("unknown").isEmpty();
    assertThat(asked).as("only where there are words").containsExactly("vip", "vip");
    assertThat(words.segment(TEXT, ADA, Locale.FRENCH)).as("no words in French").isEmpty();
  }

  @Test
  void a_segment_that_a_form_names_without_words_for_it_reads_the_usual_ones() {
    SegmentTexts words = words();
    assertThat(words.key(TEXT, "vip", Locale.ENGLISH)).isEqualTo(TEXT);
    assertThat(words.key(TEXT, "../x", Locale.ENGLISH)).isEqualTo(TEXT);
  }

  @Test
  void a_new_segment_is_known_after_a_minute_and_trouble_leads_to_the_usual_words() {
    bundle.addMessage(TEXT + ".vip", Locale.ENGLISH, "Yes, yes");
    segments = List.of();
    SegmentTexts words = words();
    assertThat(words.segment(TEXT, ADA, Locale.ENGLISH)).isEmpty();
    segments = List.of("vip");
    assertThat(words.segment(TEXT, ADA, Locale.ENGLISH)).isEmpty();
    now = TimeUnit.MINUTES.toNanos(1);
    assertThat(words.segment(TEXT, ADA, Locale.ENGLISH)).isEqualTo("vip");
    SegmentTexts broken =
        new SegmentTexts(
            texts,
            () -> {
              throw new IllegalStateException("no database");
            },
            SegmentMembership.NOBODY,
            () -> now);
    assertThat(broken.segment(TEXT, ADA, Locale.ENGLISH)).isEmpty();
  }
}
