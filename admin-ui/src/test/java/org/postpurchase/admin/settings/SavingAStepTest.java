package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.postpurchase.admin.testkit.SeriesRows.onlyIfSent;
import static org.postpurchase.admin.testkit.SeriesRows.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
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
import org.postpurchase.admin.testkit.SeriesRows;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** The host is stood in for; everything of ours is real, the words too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingAStepTest {
  private static final ReadNames NAMES =
      new NamedShelf().with(RowNames.Kind.PRODUCT, 7, "Green tea").reader();

  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final Series series = SeriesRows.series(1, "DRAFT");
  private final List<SeriesStep> stored = new ArrayList<>();
  private final SaveStep save =
      new SaveStep(
          new AdminAccess(verifier, audit, new Directly()),
          audit,
          new SeriesProblemText(words()),
          KnownTriggers.all(),
          KnownChannels.all(),
          NAMES);
  private HostForms host;

  @BeforeEach
  void host() throws Exception {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    host = new HostForms("name", "delayDays", "conditionStep", "windowFrom", "stepKey");
    host.finding(SeriesStep.class, () -> new ArrayList<>(stored));
    host.finding(Series.class, () -> List.of(series));
    stored.add(step(series, 5, "first", 1));
    stored.add(step(series, 6, "second", 2));
    host.storing(SeriesStepImpl.class, stored.get(0));
    for (EntityOperationType operation : EntityOperationType.values()) {
      verifier.granting(SeriesStep.class, operation);
    }
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void a_negative_delay_is_refused_and_nothing_that_was_typed_is_lost() {
    Entity form = refused("delayDays", "-1", "name", "Typed just now").getEntity();

    assertThat(problem(form, "delayDays")).contains("-1 is less than 0");
    assertThat(form.findProperty("delayDays").getValue()).isEqualTo("-1");
    assertThat(form.findProperty("name").getValue()).isEqualTo("Typed just now");
    assertThat(audit.rows).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "windowFrom, 25:00, windowFrom, Problem_Time",
    "windowFrom, 09:00, windowTo, Give both times",
    "anchor, WHENEVER, anchor, Problem_Choice",
    "conditionType, STEP_SENT, conditionStep, no",
    "delayHours, 24, delayHours, 23",
  })
  void each_thing_that_makes_no_sense_is_said_beside_its_field(
      String field, String value, String at, String said) {
    assertThat(problem(refused(field, value).getEntity(), at)).contains(said);
  }

  @Test
  void a_step_of_a_member_series_cannot_count_from_an_order() throws Exception {
    series.setTriggerKey("POINTS_EXPIRING");
    assertThat(problem(refused("name", "Notice").getEntity(), "anchor"))
        .contains("'Notice' cannot count from there");
    stored.get(0).setAnchor("DAY_AHEAD");
    stored.get(0).setAboutProducts(true);
    assertThat(problem(refused("name", "Notice").getEntity(), "aboutProducts"))
        .contains("no order begins this series");
    stored.get(0).setAboutProducts(false);

    save.update(post("name", "Notice"), host.dao, host.helper);

    assertThat(stored.get(0).getName()).isEqualTo("Notice");
  }

  @Test
  void a_time_is_stored_with_two_digits() throws Exception {
    save.update(post("windowFrom", "9:00", "windowTo", "20:00"), host.dao, host.helper);

    assertThat(stored.get(0).getWindowFrom()).isEqualTo("09:00");
  }

  @Test
  void conditions_that_wait_for_each_other_are_refused_naming_the_way() {
    onlyIfSent(stored.get(1), "first");

    Entity form = refused("conditionType", "STEP_SENT", "conditionStep", "second").getEntity();

    assertThat(problem(form, "conditionStep")).contains("second → first → second");
  }

  @Test
  void what_was_wrong_with_another_step_before_is_no_reason() throws Exception {
    stored.get(1).setConditionType("REWARD_UNUSED");
    stored.get(1).setConditionStep("first");

    save.update(post("name", "New name"), host.dao, host.helper);

    assertThat(stored.get(0).getName()).isEqualTo("New name");
  }

  @Test
  void moving_a_step_behind_one_that_looks_at_it_is_refused() {
    onlyIfSent(stored.get(1), "first");

    Entity form = refused("position", "3").getEntity();

    assertThat(problem(form, "position")).contains("Step second", "comes later");
  }

  @Test
  void series_and_short_name_stay_as_they_are() throws Exception {
    save.update(post("stepKey", "renamed", "series", "99", "name", "x"), host.dao, host.helper);

    assertThat(stored.get(0).getStepKey()).isEqualTo("first");
    assertThat(stored.get(0).getSeries()).isSameAs(series);
    assertThat(audit.rows)
        .singleElement()
        .asString()
        .startsWith("DONE clara | update SeriesStep | SeriesStep 5");
  }

  @Test
  void of_two_saves_at_once_one_is_refused() {
    assertThat(refused("name", "Mine", "seriesEdition", "6"))
        .hasMessage("PostPurchase_Problem_Stale");
    host.losing();
    assertThat(refused("name", "Mine")).hasMessage("PostPurchase_Problem_Stale");
    assertThat(stored.get(0).getName()).isEqualTo("Step first");
  }

  @Test
  void a_new_step_gets_its_short_name_place_and_defaults() throws Exception {
    PersistencePackage request =
        post("series", "1", "name", "Ask again!", "templateKey", "thank-you");

    save.add(request, host.dao, host.helper);

    assertThat(SettingsForm.value(request.getEntity(), "stepKey")).contains("ask-again");
    assertThat(SettingsForm.value(request.getEntity(), "position")).contains("3");
    assertThat(SettingsForm.value(request.getEntity(), "fallbackDaysAbroad")).contains("21");
    assertThat(audit.rows).singleElement().asString().startsWith("DONE clara | add SeriesStep");
  }

  @Test
  void a_step_without_a_series_is_refused() {
    host.finding(Series.class, List::of);

    ValidationException refusal =
        catchThrowableOfType(
            ValidationException.class,
            () -> save.add(post("series", "99", "name", "x"), host.dao, host.helper));

    assertThat(problem(refusal.getEntity(), "series")).isEqualTo("PostPurchase_Problem_NoSeries");
  }

  @Test
  void a_step_that_a_condition_names_is_not_removed() throws Exception {
    onlyIfSent(stored.get(1), "first");
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_StepNamed");
    assertThat(host.removed).isEmpty();

    stored.get(1).setConditionType("ALWAYS");
    save.remove(post("id", "5"), host.dao, host.helper);
    assertThat(host.removed).containsExactly(stored.get(0));
    assertThat(audit.rows)
        .containsExactly("DONE clara | remove SeriesStep | SeriesStep 5 | was Step first");
  }

  @Test
  void without_permission_nothing_is_read_and_the_attempt_is_on_record() throws Exception {
    SaveStep other =
        new SaveStep(
            new AdminAccess(new Verifier(), audit, new Directly()),
            audit,
            new SeriesProblemText(words()),
            KnownTriggers.all(),
            KnownChannels.all(),
            NAMES);

    assertThatThrownBy(() -> other.update(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.add(post("name", "x"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> other.remove(post("id", "5"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).hasSize(3).allMatch(row -> row.startsWith("REFUSED clara"));
  }

  private ValidationException refused(String... values) {
    return catchThrowableOfType(
        ValidationException.class, () -> save.update(post(values), host.dao, host.helper));
  }

  private static String problem(Entity form, String field) {
    assertThat(form.getPropertyValidationErrors()).containsKey(field);
    return form.getPropertyValidationErrors().get(field).get(0);
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(SeriesStep.class, SeriesStepImpl.class, values);
  }

  static MessageSource words() {
    ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
    words.setBasename("classpath:messages/PostPurchaseAdminMessages");
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
