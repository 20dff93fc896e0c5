package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.SegmentProblem;
import org.postpurchase.segment.SegmentRefusedException;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.testkit.Databases;

/** What is refused when a segment is saved, and that nothing is lost by it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SegmentRulesTest {
  private static final String FINE =
      "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"}]}";
  private PeopleWorld world;

  @BeforeEach
  void open() {
    world = new PeopleWorld(Databases.hsqldb());
  }

  private void refused(String conditions, SegmentProblem problem, String... about) {
    assertThatThrownBy(() -> world.segments.save().add("Some", true, conditions, ""))
        .isInstanceOfSatisfying(
            SegmentRefusedException.class,
            e -> {
              assertThat(e.problem).isEqualTo(problem);
              assertThat(e.about).containsExactly(about);
            });
    assertThat(world.segments.store().all()).isEmpty();
    assertThat(world.people.facts().stage()).isEqualTo(FactsSwitch.Stage.OFF);
  }

  private static String leaf(String field, String is, String value) {
    return "{\"field\":\"" + field + "\",\"is\":\"" + is + "\",\"value\":\"" + value + "\"}";
  }

  @Test
  void what_is_not_there_is_named() {
    refused(leaf("SHOE_SIZE", "AT_LEAST", "41"), SegmentProblem.UNKNOWN_FIELD, "SHOE_SIZE");
    refused(leaf("CATEGORY", "BOUGHT", "99"), SegmentProblem.CATEGORY_GONE, "99");
    refused(leaf("PRODUCT", "BOUGHT", "99"), SegmentProblem.PRODUCT_GONE, "99");
    refused(leaf("TIER", "IS", "gold"), SegmentProblem.TIER_GONE, "gold");
    refused(leaf("ORDERS", "BOUGHT", "1"), SegmentProblem.UNKNOWN_OPERATOR, "ORDERS", "BOUGHT");
  }

  @ParameterizedTest
  @CsvSource({
    "ORDERS, AT_LEAST, 1 or 1=1",
    "ORDERS, AT_LEAST, -1",
    "ORDERS, AT_LEAST, 1e9",
    "ORDERS, AT_LEAST, 1.5",
    "ORDERS, AT_LEAST, 99999999999999999999",
    "LAST_ORDER, DAYS_AGO_AT_LEAST, 40000",
    "COUNTRY, IS, AT' or '1'='1",
    "LANGUAGE, IS, de%",
    "BIRTHDAY_MONTH, EQUAL, 13",
    "CATEGORY, BOUGHT, 1); drop table PP_PERSON"
  })
  void a_value_that_does_not_fit_is_refused(String field, String is, String value) {
    refused(leaf(field, is, value), SegmentProblem.BAD_VALUE, field, value);
  }

  @Test
  void amounts_need_a_currency_that_there_is() {
    refused(
        "{\"field\":\"SPENT\",\"is\":\"AT_LEAST\",\"value\":\"1\",\"in\":\"XQQ\"}",
        SegmentProblem.BAD_CURRENCY,
        "SPENT",
        "XQQ");
    refused(
        "{\"field\":\"SPENT\",\"is\":\"AT_LEAST\",\"value\":\"1.005\",\"in\":\"EUR\"}",
        SegmentProblem.BAD_VALUE,
        "SPENT",
        "1.005");
  }

  @Test
  void fifty_nested_groups_and_a_hundred_and_one_conditions_are_too_many() {
    String deep =
        String.join("", Collections.nCopies(50, "{\"not\":"))
            + leaf("ORDERS", "AT_LEAST", "1")
            + String.join("", Collections.nCopies(50, "}"));
    refused(deep, SegmentProblem.TOO_DEEP, "8");
    String brackets = String.join("", Collections.nCopies(10_000, "["));
    refused(brackets, SegmentProblem.TOO_DEEP, "8");
    String many =
        "{\"any\":["
            + String.join(",", Collections.nCopies(101, leaf("ORDERS", "EQUAL", "1")))
            + "]}";
    refused(many, SegmentProblem.TOO_MANY, "100");
    refused("{\"all\":[]}", SegmentProblem.EMPTY_GROUP);
  }

  @Test
  void broken_text_is_refused() {
    for (String broken :
        Arrays.asList(
            "",
            "{",
            "[]",
            "\"a\"",
            "{\"all\":{}}",
            "{\"field\":{}}",
            FINE + "x",
            "{\"a\":\"\\u00g0\"}",
            "{\"all\":[],\"any\":[]}",
            "{\"field\":\"ORDERS\",\"field\":\"ORDERS\"}",
            "1",
            "null")) {
      refused(broken, SegmentProblem.NOT_READABLE);
    }
  }

  @Test
  void a_name_is_needed_and_keys_never_meet() {
    assertThatThrownBy(() -> world.segments.save().add("  ", true, FINE, ""))
        .isInstanceOf(SegmentRefusedException.class);
    assertThat(world.segments.save().add("Größte Käufer", false, FINE, "").key)
        .isEqualTo("gro-te-kaufer");
    assertThat(world.segments.save().add("Größte Käufer", false, FINE, "").key)
        .isEqualTo("gro-te-kaufer-2");
    assertThat(world.segments.save().add("客户", false, FINE, "").key).isEqualTo("segment");
    assertThat(world.people.facts().stage())
        .as("nothing is collected for segments that are off")
        .isEqualTo(FactsSwitch.Stage.OFF);
  }

  @Test
  void the_shipped_ones_can_be_saved_as_they_are() {
    ShippedSegments.all("EUR")
        .forEach(
            (key, condition) ->
                assertThat(
                        world
                            .segments
                            .save()
                            .add(key, false, ConditionText.write(condition), key)
                            .key)
                    .isEqualTo(key));
  }

  @Test
  void of_two_who_save_at_once_one_is_told() {
    var made = world.segments.save().add("Some", false, FINE, "");
    world.segments.save().save(made.id, made.edition, "Mine", false, FINE);
    assertThatThrownBy(
            () -> world.segments.save().save(made.id, made.edition, "Yours", false, FINE))
        .isInstanceOfSatisfying(
            SegmentRefusedException.class,
            e -> assertThat(e.problem).isEqualTo(SegmentProblem.CHANGED_MEANWHILE));
    assertThat(world.segments.store().find(made.id).get().name).isEqualTo("Mine");
  }
}
