package org.postpurchase.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.UnreadableJsonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonModuleTest {
  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":[", "[\"\\\"\","})
  void a_text_that_is_nested_without_end_is_refused_in_words(String part) {
    assertThatThrownBy(() -> JsonModule.reader().read(part.repeat(200_000)))
        .isInstanceOf(UnreadableJsonException.class)
        .hasMessageContaining("nested more than 60 deep");
  }

  @Test
  void brackets_in_texts_do_not_count() {
    String text = "[\"" + "[{\\\"".repeat(500) + "\", " + "[".repeat(59) + "]".repeat(59) + "]";
    assertThat((List<?>) JsonModule.reader().read(text)).hasSize(2);
  }

  @Test
  void settings_are_read_as_texts_whatever_they_were() {
    assertThat(texts("{\"a\": 1, \"b\": [true, null, 1e-7, 1.5], \"c\": \"\\u00e4\"}"))
        .isEqualTo(Map.of("a", "1", "b", List.of("true", "", "0.00000010", "1.5"), "c", "ä"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tru", "[1,]", "{\"a\"}", "\"", "[] []", "{'a': 1}", "NaN"})
  void what_is_no_json_is_refused_with_its_place(String text) {
    assertThatThrownBy(() -> texts(text))
        .isInstanceOf(UnreadableJsonException.class)
        .hasMessageContaining("This is not JSON: line 1, column");
  }

  private static Object texts(String json) {
    return PlainJson.texts(JsonModule.reader().read(json));
  }
}
