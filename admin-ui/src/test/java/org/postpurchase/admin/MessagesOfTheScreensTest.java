package org.postpurchase.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.admin.points.PointsReason;
import org.postpurchase.admin.testkit.KnownTriggers;
import org.postpurchase.analytics.Work;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.ConfirmationPromptImpl;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.broadleaf.entity.LoyaltyChoice;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.broadleaf.entity.LoyaltyTierImpl;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.entity.ReviewChoice;
import org.postpurchase.broadleaf.entity.ReviewSettingsImpl;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.postpurchase.consent.ConsentDecision;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Suppression;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.MismatchKind;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.Joining;
import org.postpurchase.loyalty.StackingPolicy;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.review.HideReason;
import org.postpurchase.review.Publishing;
import org.postpurchase.review.ReviewEvent;
import org.postpurchase.review.ReviewState;
import org.postpurchase.reward.RewardState;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.Purpose;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierPolicy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesOfTheScreensTest {
  private static final Path PRESETS =
      Path.of("../post-purchase-module/broadleaf-3.1/src/main/resources/postpurchase/presets");
  private static final Pattern KEY =
      Pattern.compile("#\\{(\\w+)[}(]|\"(PostPurchase_[A-Z]\\w*[^\\W_])\"");

  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void everything_a_screen_names_has_words(String language) throws Exception {
    Set<String> needed = new TreeSet<>();
    for (Class<?> entity :
        List.of(
            MessageTemplateImpl.class,
            ConfirmationPromptImpl.class,
            SeriesImpl.class,
            SeriesStepImpl.class,
            LoyaltyProgrammeImpl.class,
            EarningRuleImpl.class,
            LoyaltyTierImpl.class,
            LoyaltyRewardImpl.class,
            ReviewSettingsImpl.class)) {
      needed.add(entity.getSimpleName().replace("Impl", ""));
      for (Field field : entity.getDeclaredFields()) {
        AdminPresentation shown = field.getAnnotation(AdminPresentation.class);
        if (shown != null) {
          needed.addAll(List.of(shown.friendlyName(), shown.tooltip(), shown.group(), shown.tab()));
        }
      }
    }
    needed.removeAll(Set.of("", "General"));
    named(needed, "State", MessageState.values());
    named(needed, "StateAbout", MessageState.values());
    named(needed, "State", OutboxState.values());
    named(needed, "Outbox_None", OutboxState.values());
    named(needed, "Col_Due", OutboxState.values());
    named(needed, "Fact", OrderFact.values());
    named(needed, "Source", EventSource.values());
    named(needed, "Reason", ReasonCode.values());
    named(needed, "Verdict", Verdict.values());
    named(needed, "Entering", Verdict.values());
    named(needed, "WaitsFor", Anchor.values());
    named(needed, "Purpose", Purpose.values());
    named(needed, "Series", SeriesProblem.Code.values());
    named(needed, "Enrollment", EnrollmentState.values());
    named(needed, "Execution", ExecutionState.values());
    named(needed, "Consent", ConsentDecision.values());
    named(needed, "ConsentSource", ConsentSource.values());
    needed.add("PostPurchase_Trouble_SENDER");
    needed.add("PostPurchase_Trouble_SERVER");
    named(needed, "Scope", Suppression.Scope.values());
    named(needed, "Suppressions_LiftAbout", Suppression.Scope.values());
    choices(needed, "status", Choice.Status.TYPES);
    KnownTriggers.all();
    choices(needed, "triggerKey", Choice.Trigger.TYPES);
    choices(needed, "reEntry", Choice.ReEntry.TYPES);
    choices(needed, "anchor", Choice.Anchor.TYPES);
    choices(needed, "purpose", Choice.Purpose.TYPES);
    choices(needed, "channel", Choice.Channel.TYPES);
    choices(needed, "conditionType", Choice.Condition.TYPES);
    choices(needed, "Shortfall", LoyaltyChoice.Shortfall.TYPES);
    choices(needed, "Stacking", LoyaltyChoice.Stacking.TYPES);
    choices(needed, "Period", LoyaltyChoice.Period.TYPES);
    choices(needed, "Joining", LoyaltyChoice.Joining.TYPES);
    choices(needed, "TierBasis", LoyaltyChoice.TierBasis.TYPES);
    choices(needed, "TierWindow", LoyaltyChoice.TierWindow.TYPES);
    named(needed, "TierChange", TierChange.Kind.values());
    named(needed, "Verb", Verb.values());
    named(needed, "Refusal", Refusal.values());
    named(needed, "Mismatch", MismatchKind.values());
    named(needed, "Hold", PointsHold.State.values());
    named(needed, "Request", AdjustmentRequest.State.values());
    named(needed, "PointsReason", PointsReason.values());
    named(needed, "TakeBack", TakeBackPurchase.Outcome.values());
    named(needed, "RewardCode", RewardState.values());
    named(needed, "ReviewState", ReviewState.values());
    named(needed, "HideReason", HideReason.values());
    named(needed, "ReviewEvent", ReviewEvent.Kind.values());
    choices(needed, "publishing", ReviewChoice.Publishing.TYPES);
    for (Path source : sources()) {
      Matcher key = KEY.matcher(Files.readString(source));
      while (key.find()) {
        needed.add(key.group(1) == null ? key.group(2) : key.group(1));
      }
    }

    assertThat(needed).hasSizeGreaterThan(150);
    assertThat(words(language).stringPropertyNames()).containsAll(needed);
  }

  @Test
  void every_choice_of_the_core_can_be_chosen() {
    assertThat(Choice.Status.TYPES.keySet()).isEqualTo(names(SeriesStatus.values()));
    assertThat(Choice.ReEntry.TYPES.keySet()).isEqualTo(names(ReEntry.values()));
    assertThat(Choice.Anchor.TYPES.keySet()).isEqualTo(names(Anchor.values()));
    assertThat(Choice.Purpose.TYPES.keySet()).isEqualTo(names(Purpose.values()));
    assertThat(LoyaltyChoice.Shortfall.TYPES.keySet()).isEqualTo(names(ShortfallPolicy.values()));
    assertThat(LoyaltyChoice.Stacking.TYPES.keySet()).isEqualTo(names(StackingPolicy.values()));
    assertThat(LoyaltyChoice.RuleType.TYPES)
        .containsOnlyKeys("SPEND", "MULTIPLY", "FIRST_ORDER", "EVENT");
    assertThat(LoyaltyChoice.Period.TYPES.keySet()).isEqualTo(names(EarningRule.Period.values()));
    assertThat(LoyaltyChoice.Joining.TYPES.keySet()).isEqualTo(names(Joining.values()));
    assertThat(LoyaltyChoice.TierBasis.TYPES.keySet()).isEqualTo(names(TierPolicy.Basis.values()));
    assertThat(LoyaltyChoice.TierWindow.TYPES.keySet())
        .isEqualTo(names(TierPolicy.Window.values()));
    assertThat(Choice.Condition.TYPES.keySet()).isEqualTo(names(ConditionType.values()));
    assertThat(ReviewChoice.Publishing.TYPES.keySet()).isEqualTo(names(Publishing.values()));
  }

  private static Set<String> names(Enum<?>[] values) {
    Set<String> names = new TreeSet<>();
    for (Enum<?> value : values) {
      names.add(value.name());
    }
    return names;
  }

  private static void choices(Set<String> needed, String field, Map<String, ?> types) {
    types.keySet().forEach(type -> needed.add("PostPurchase_Choice_" + field + "_" + type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void texts_with_places_to_fill_have_no_single_apostrophe(String language) throws IOException {
    Properties words = words(language);

    assertThat(words.stringPropertyNames())
        .filteredOn(key -> words.getProperty(key).contains("{0}"))
        .noneMatch(key -> words.getProperty(key).replace("''", "").contains("'"));
  }

  /** udata 920: "1 reuses". */
  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void what_waits_is_said_of_one_and_of_many(String language) throws IOException {
    for (Work work : Work.values()) {
      String words = words(language).getProperty("PostPurchase_Todo_" + work);
      String one = MessageFormat.format(words, 1);
      assertThat(one).as(words).isNotBlank().isNotEqualTo(MessageFormat.format(words, 2));
    }
  }

  /** Without words the list of mails shows a key, in English to everybody. */
  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void every_shipped_mail_has_a_name(String language) throws IOException {
    Set<String> mails = new TreeSet<>();
    try (Stream<Path> files = Files.list(PRESETS)) {
      files
          .map(each -> each.getFileName().toString())
          .filter(name -> name.endsWith("_de.properties"))
          .forEach(name -> mails.add(name.replace("_de.properties", "")));
    }

    mails.remove("confirmation"); // a page

    assertThat(mails).hasSizeGreaterThan(20);
    assertThat(words(language).stringPropertyNames())
        .containsAll(mails.stream().map(key -> "PostPurchase_Choice_template_" + key).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void no_two_columns_of_a_table_have_the_same_heading(String language) throws IOException {
    Properties words = words(language);
    Pattern heading = Pattern.compile("<th\\b[^>]*th:text=\"#\\{(\\w+)}\"");
    int tables = 0;
    for (Path source : sources()) {
      for (String head : Files.readString(source).split("<thead>")) {
        List<String> headings = new ArrayList<>();
        Matcher m = heading.matcher(head.split("</thead>", 2)[0]);
        while (m.find()) {
          headings.add(words.getProperty(m.group(1)));
        }
        tables += headings.isEmpty() ? 0 : 1;
        assertThat(headings).as(source.toString()).doesNotHaveDuplicates();
      }
    }
    assertThat(tables).isGreaterThan(8);
  }

  private static void named(Set<String> needed, String kind, Enum<?>[] values) {
    for (Enum<?> value : values) {
      needed.add("PostPurchase_" + kind + "_" + value.name());
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      files.filter(f -> f.toString().matches(".*\\.(html|java)")).forEach(found::add);
    }
    return found;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        MessagesOfTheScreensTest.class.getResourceAsStream(
            "/messages/PostPurchaseAdminMessages" + language + ".properties")) {
      words.load(in);
    }
    return words;
  }
}
