package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.postpurchase.admin.testkit.SeriesRows.step;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.HostForms;
import org.postpurchase.admin.testkit.KnownChannels;
import org.postpurchase.admin.testkit.KnownTriggers;
import org.postpurchase.admin.testkit.NamedShelf;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.SeriesRows;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.SeriesVersion;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.shared.Shop;
import org.springframework.context.i18n.LocaleContextHolder;

/** The host and the stores are stood in for; everything else is real. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingASeriesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final Series row = SeriesRows.series(5, "DRAFT");
  private final List<SeriesStep> steps = new ArrayList<>(List.of(step(row, 6, "thanks", 1)));
  private final List<SeriesVersion> frozen = new ArrayList<>();
  private String intro = "Hello";
  private int wording = 1;
  private final List<EndedRest> looked = new ArrayList<>();
  private int inside;
  private HostForms host;
  private final SaveSeries save = save(verifier);

  @BeforeEach
  void host() throws Exception {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    host = new HostForms("name", "status", "edition", "liveVersion", "activeSince");
    host.finding(SeriesStep.class, () -> new ArrayList<>(steps));
    host.storing(SeriesImpl.class, row);
    for (EntityOperationType operation : EntityOperationType.values()) {
      verifier.granting(Series.class, operation);
    }
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void switching_on_freezes_a_version_and_notes_the_moment() throws Exception {
    save.update(post("status", "ACTIVE"), host.dao, host.helper);

    assertThat(frozen).singleElement().extracting(v -> v.number).isEqualTo(1);
    assertThat(row.getLiveVersion()).isEqualTo(1);
    assertThat(row.getActiveSince()).isEqualTo(CLOCK.millis());
    assertThat(row.getEdition()).isEqualTo(8);
    assertThat(audit.rows)
        .singleElement()
        .asString()
        .contains("DONE clara | update Series | Series 5", "status: 'DRAFT' → 'ACTIVE'");
  }

  @Test
  void saving_again_unchanged_freezes_nothing_and_keeps_the_moment() throws Exception {
    save.update(post("status", "ACTIVE"), host.dao, host.helper);
    row.setActiveSince(99L);

    save.update(post("status", "ACTIVE"), host.dao, host.helper);

    assertThat(frozen).hasSize(1);
    assertThat(row.getActiveSince()).isEqualTo(99L);
  }

  @Test
  void a_changed_step_or_text_goes_live_only_with_the_next_save_and_leaves_the_old_version_alone()
      throws Exception {
    save.update(post("status", "ACTIVE"), host.dao, host.helper);
    steps.get(0).setDelayDays(9);
    wording = 2;
    assertThat(frozen).hasSize(1);

    save.update(post("status", "ACTIVE"), host.dao, host.helper);

    assertThat(row.getLiveVersion()).isEqualTo(2);
    assertThat(frozen.get(0).definition.steps.get(0).delayDays).isEqualTo(1);
    assertThat(frozen.get(0).wordings.get(0).version).isEqualTo(1);
    assertThat(frozen.get(1).definition.steps.get(0).delayDays).isEqualTo(9);
    assertThat(frozen.get(1).wordings.get(0).version).isEqualTo(2);
  }

  @Test
  void pausing_checks_and_freezes_nothing() throws Exception {
    steps.clear();

    save.update(post("status", "PAUSED"), host.dao, host.helper);

    assertThat(row.getStatus()).isEqualTo("PAUSED");
    assertThat(frozen).isEmpty();
    assertThat(row.getActiveSince()).isNull();
  }

  @Test
  void a_series_that_goes_on_after_a_pause_lets_what_waited_go_at_once() throws Exception {
    save.update(post("status", "ACTIVE"), host.dao, host.helper);
    save.update(post("status", "PAUSED"), host.dao, host.helper);
    assertThat(looked).isEmpty();

    save.update(post("status", "ACTIVE"), host.dao, host.helper);

    assertThat(looked)
        .singleElement()
        .satisfies(rest -> assertThat(rest.keys).isEqualTo(Set.of(5L)));
  }

  @Test
  void a_series_without_steps_is_not_switched_on() {
    steps.clear();

    assertThat(refusal("status", "ACTIVE")).contains("The series has no steps yet");
    assertThat(frozen).isEmpty();
    assertThat(audit.rows).isEmpty();
  }

  @Test
  void a_template_that_its_step_cannot_send_is_named_with_step_and_variable() {
    intro = "Use $reward.code";

    assertThat(refusal("status", "ACTIVE")).contains("Step thanks", "$reward on line 1");
    assertThat(frozen).isEmpty();
  }

  @Test
  void advertising_without_a_way_out_is_refused() {
    steps.get(0).setPurpose("MARKETING");

    assertThat(refusal("status", "ACTIVE")).contains("link to unsubscribe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 'Step thanks' waits for what the series begins with",
        "de | wartet auf das, womit die Serie beginnt, und würde auf sich selbst warten"
      })
  void a_series_that_waits_for_itself_is_refused_in_words(String language, String words) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    steps.get(0).setAnchor("MOMENT");
    steps.get(0).setWaitsFor("ANY_ORDER");
    steps.get(0).setWaitDays(5);

    assertThat(refusal("status", "ACTIVE")).contains(words);
    assertThat(frozen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | No step follows on either way of 'Step thanks'",
        "de | Auf keinem Weg von 'Step thanks' folgt ein Schritt"
      })
  void a_branch_without_an_end_is_refused_in_words(String language, String words) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    steps.get(0).setStepKind("BRANCH");
    steps.get(0).setCountries("FR");

    assertThat(refusal("status", "ACTIVE")).contains(words);
    assertThat(frozen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The segment 'vip' is not there any more",
        "de | Das Segment 'vip' gibt es nicht mehr"
      })
  void a_segment_that_was_deleted_is_refused_in_words(String language, String words) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    steps.get(0).setSegmentKey("vip");
    assertThat(refusal("status", "ACTIVE")).contains(words);
    steps.get(0).setSegmentKey("there");
    row.setSegmentKey("vip");
    assertThat(refusal("status", "ACTIVE")).contains(words);
    assertThat(frozen).isEmpty();
  }

  @Test
  void a_segment_that_is_there_may_be_asked_for() throws Exception {
    steps.get(0).setSegmentKey("there");

    save.update(post("status", "ACTIVE"), host.dao, host.helper);

    assertThat(frozen).hasSize(1);
  }

  @Test
  void edition_version_moment_and_origin_cannot_be_set_by_a_form() throws Exception {
    save.update(
        post("edition", "7", "liveVersion", "9", "activeSince", "1", "presetKey", "mine"),
        host.dao,
        host.helper);

    assertThat(row.getEdition()).isEqualTo(8);
    assertThat(row.getLiveVersion()).isZero();
    assertThat(row.getActiveSince()).isNull();
    assertThat(row.getPresetKey()).isNull();
  }

  @Test
  void of_two_saves_at_once_one_is_refused() {
    assertThatThrownBy(() -> save.update(post("edition", "6"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    host.losing();
    assertThatThrownBy(() -> save.update(post("edition", "7"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
  }

  @Test
  void a_status_that_does_not_exist_is_refused() {
    assertThat(refusal("status", "HALF")).isEqualTo("PostPurchase_Problem_Choice");
  }

  @Test
  void a_new_series_begins_as_a_draft_whatever_the_form_says() throws Exception {
    PersistencePackage request =
        post("name", "New", "status", "ACTIVE", "liveVersion", "3", "presetKey", "first-purchase");

    save.add(request, host.dao, host.helper);

    assertThat(frozen).isEmpty();
    assertThat(audit.rows)
        .singleElement()
        .asString()
        .startsWith("DONE clara | add Series")
        .contains("'DRAFT'", "liveVersion: '' → '0'");
  }

  @Test
  void neither_an_active_nor_a_shipped_series_is_removed() throws Exception {
    row.setStatus("ACTIVE");
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_SeriesActive");
    row.setStatus("DRAFT");
    row.setPresetKey("first-purchase");
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_SeriesShipped");
    row.setPresetKey(null);

    save.remove(post("id", "5"), host.dao, host.helper);

    assertThat(host.removed).containsExactly(steps.get(0), row);
  }

  @Test
  void a_series_with_people_inside_is_not_removed_until_they_have_left() throws Exception {
    for (String status : new String[] {"DRAFT", "PAUSED"}) {
      row.setStatus(status);
      inside = 1;
      assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
          .hasMessage("PostPurchase_Problem_SeriesInside");
      assertThat(host.removed).isEmpty();
    }
    inside = 0;

    save.remove(post("id", "5"), host.dao, host.helper);

    assertThat(host.removed).containsExactly(steps.get(0), row);
  }

  @Test
  void without_permission_nothing_is_read_and_the_attempt_is_on_record() {
    SaveSeries other = save(new Verifier());

    assertThatThrownBy(() -> other.update(post("status", "ACTIVE"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).hasSize(3).allMatch(r -> r.startsWith("REFUSED clara"));
  }

  private String refusal(String... values) {
    ValidationException refusal =
        catchThrowableOfType(
            ValidationException.class, () -> save.update(post(values), host.dao, host.helper));
    assertThat(refusal.getEntity().getPropertyValidationErrors()).containsOnlyKeys("status");
    assertThat(refusal.getEntity().findProperty("status").getValue()).isEqualTo(values[1]);
    return refusal.getEntity().getPropertyValidationErrors().get("status").get(0);
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(Series.class, SeriesImpl.class, values);
  }

  private SaveSeries save(Verifier permissions) {
    TemplateReader templates =
        Port.of(TemplateReader.class).on("active", args -> List.of(template())).get();
    return new SaveSeries(
        new AdminAccess(permissions, audit, new Directly()),
        audit,
        new SaveSeries.Life(
            new ValidateSeries(
                    templates,
                    VelocityModule.renderer(),
                    new SeriesModel(new OrderModel(SavingASeriesTest::shop), KnownTriggers.all()),
                    Port.of(RewardOffers.class).on("title", args -> Optional.empty()).get(),
                    KnownChannels.all(),
                    CLOCK)
                .with("there"::equals),
            new PublishSeries(
                Port.of(SeriesVersionStore.class)
                    .on("freeze", args -> freeze((SeriesDefinition) args[1], (List<?>) args[2]))
                    .on("find", args -> find((Integer) args[1]))
                    .get(),
                templates,
                Port.of(TemplateVersions.class).on("keep", args -> null).get()),
            Port.of(EnrollmentStore.class).on("countActive", args -> inside).get(),
            Port.of(ExecutionStore.class)
                .on("lookAtOnce", args -> looked.add((EndedRest) args[0]))
                .get()),
        new SeriesProblemText(SavingAStepTest.words()),
        new NamedShelf().with(RowNames.Kind.PRODUCT, 7, "Green tea").reader(),
        CLOCK);
  }

  private SeriesVersion freeze(SeriesDefinition definition, List<?> wordings) {
    List<SeriesVersion.Wording> texts = new ArrayList<>();
    wordings.forEach(w -> texts.add((SeriesVersion.Wording) w));
    int number = frozen.size() + 1;
    frozen.add(new SeriesVersion(number, 5, number, definition, texts));
    return frozen.get(number - 1);
  }

  private Optional<SeriesVersion> find(int number) {
    return frozen.stream().filter(v -> v.number == number).findFirst();
  }

  private MessageTemplate template() {
    return new MessageTemplate(
        "thank-you",
        "en",
        wording,
        true,
        null,
        new MessageTemplate.Texts("Thanks", "", "Thank you", intro, ""),
        "<p>${texts.introHtml}</p>",
        "${texts.intro}");
  }

  private static Shop shop() {
    return new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC);
  }
}
