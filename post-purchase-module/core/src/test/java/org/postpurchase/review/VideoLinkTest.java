package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.Databases;

/** Links to videos: which are taken, and what becomes of a review that has one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VideoLinkTest {
  private static final Set<String> HOSTS = VideoLink.hosts("youtube.com, youtu.be vimeo.com");

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=abc, https://www.youtube.com/watch?v=abc, youtube.com",
    "HTTPS://YOUTU.BE/abc#t=3, https://youtu.be/abc, youtu.be",
    "' https://player.vimeo.com:443/1 ', https://player.vimeo.com/1, player.vimeo.com"
  })
  void is_taken(String typed, String url, String host) {
    VideoLink link = VideoLink.read(typed, HOSTS).get();
    assertThat(link.url).isEqualTo(url);
    assertThat(link.host).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "youtube.com/watch?v=abc",
        "http://youtube.com/watch?v=abc",
        "//youtube.com/x",
        "javascript:alert('https://youtube.com/')",
        "https://evil.example/?https://youtube.com/",
        "https://youtube.com.evil.example/",
        "https://notyoutube.com/",
        "https://youtube.com@evil.example/",
        "https://a:b@youtube.com/",
        "https://youtube.com:8443/",
        "https://youtube.com\\@evil.example/",
        "https://youtube.com/\"><script>",
        "https://youtube.com/\r\nX",
        "https://y\u043eutube.com/",
        "https:///youtube.com/",
        "data:text/html,https://www.youtube.com/watch?v=abc", // flexmark-java 677
        "https://xn--yutube-wqf.com/#youtu0be/v/abc", // wire-webapp 1249
        "https://evil.example/watch?v=dQw4w9WgXcQ", // klicker-uzh 5147
        "/embed/dQw4w9WgXcQ",
        "<iframe src=\"https://youtube.com/embed/a\" onmouseover=alert(1)>" // ckeditor-youtube 98
      })
  void is_refused(String typed) {
    assertThat(VideoLink.read(typed, HOSTS)).isEmpty();
    assertThat(VideoLink.read("https://youtube.com/" + "a".repeat(300), HOSTS)).isEmpty();
    assertThat(VideoLink.read("https://youtube.com/a", Set.of())).isEmpty();
  }

  @Test
  void what_is_no_host_is_named() {
    assertThat(VideoLink.hosts(" ")).isEmpty();
    for (String bad : List.of("https://vimeo.com", "com", "vimeo.com/x", "127.0.0.1", "*.com")) {
      assertThatThrownBy(() -> VideoLink.hosts("youtube.com, " + bad))
          .isInstanceOf(PostPurchaseException.class)
          .hasMessageContaining("'" + bad + "'");
    }
  }

  @Test
  void a_review_with_a_video_waits_and_a_link_elsewhere_is_refused_with_nothing_kept() {
    ReviewWorld world = new ReviewWorld(Databases.hsqldb());
    world.settings =
        Optional.of(
            new ReviewSettings.Builder()
                .publishing(Publishing.ALL_AT_ONCE)
                .videoHosts(HOSTS)
                .build());
    world.arrives(world.order(1, "ada@example.com", 501));
    WriteReview write = world.engine.write();
    assertThat(write.write(1, draft("https://evil.example/")).problem)
        .contains(WriteProblem.VIDEO_NOT_ALLOWED);
    assertThat(world.database.count("PP_REVIEW")).isZero();

    Review review = write.write(1, draft("https://youtu.be/abc")).review.get();
    assertThat(review.state).isEqualTo(ReviewState.WAITING);
    assertThat(world.store.textOf(review.id).get().video).isEqualTo("https://youtu.be/abc");
    assertThat(write.write(1, draft("https://youtu.be/abc")).repeated).isTrue();

    Review without = write.write(1, draft("")).review.get();
    assertThat(without.state).as("nothing to look at any more").isEqualTo(ReviewState.PUBLISHED);
    assertThat(world.store.textsOf(review.id))
        .extracting(t -> t.video)
        .containsExactly("", "https://youtu.be/abc");

    world.publishing(Publishing.ALL_AT_ONCE);
    assertThat(write.write(1, draft("https://youtu.be/abc")).repeated)
        .as("a shop without videos reads none")
        .isTrue();
  }

  private static ReviewDraft draft(String video) {
    return new ReviewDraft(10, 5, "Look", "Ada", Locale.ENGLISH).video(video);
  }
}
