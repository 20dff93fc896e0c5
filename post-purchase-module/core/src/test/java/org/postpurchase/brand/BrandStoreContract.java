package org.postpurchase.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.brand.jdbc.BrandJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** The brand and its logo, as they are kept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BrandStoreContract {
  private static final Brand CHANGED =
      new Brand.Builder()
          .palette(new Palette("#112233", "#ffffff", "#f0f0f0", "#fafafa", "#000000", "#444444"))
          .fonts(BrandFont.PALATINO, BrandFont.VERDANA)
          .logo(new Logo("ab".repeat(32), "", 200, 80))
          .footer("de=Fennbrook, Kiel \u2013 \u00dcber uns\nen=Fennbrook, Kiel")
          .links(
              List.of(
                  new SocialLink(SocialLink.Network.values()[0], "https://example.com/fennbrook")))
          .edition(1)
          .build();

  private CoreDatabase database;
  private BrandStore store;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    database = database();
    store = BrandJdbcModule.brands(database.jdbc, database.inserts);
    empty();
  }

  @AfterEach
  void empty() {
    if (database != null) {
      database.jdbc.update("delete from PP_BRAND");
      database.jdbc.update("delete from PP_BRAND_LOGO");
    }
  }

  private boolean save(Brand brand) {
    return database.transactions.call(() -> store.save(brand));
  }

  @Test
  void while_nobody_has_saved_one_it_is_the_usual_one() {
    assertThat(store.read()).isSameAs(Brand.USUAL);
  }

  @Test
  void what_is_saved_is_read() {
    assertThat(save(CHANGED)).isTrue();
    assertThat(store.read()).usingRecursiveComparison().isEqualTo(CHANGED);

    Brand second = CHANGED.but().footer("").links(List.of()).logo(Logo.NONE).edition(2).build();
    assertThat(save(second)).isTrue();
    assertThat(store.read()).usingRecursiveComparison().isEqualTo(second);
  }

  @Test
  void an_old_edition_changes_nothing() {
    save(CHANGED);
    save(CHANGED.but().footer("second").edition(2).build());

    assertThat(save(CHANGED.but().footer("late").edition(2).build())).isFalse();
    assertThat(save(CHANGED)).isFalse();
    assertThat(store.read().footer).isEqualTo("second");
  }

  @Test
  void of_two_who_save_the_first_brand_at_once_one_wins() throws Exception {
    List<Boolean> saved = Together.run(2, i -> () -> save(CHANGED.but().footer("by " + i).build()));

    assertThat(saved).containsExactlyInAnyOrder(true, false);
    assertThat(store.read().footer).isEqualTo("by " + saved.indexOf(true));
  }

  @Test
  void a_font_of_a_newer_version_becomes_the_usual_one() {
    save(CHANGED);
    database.jdbc.update("update PP_BRAND set HEADING_FONT = 'FUTURA', TEXT_FONT = 'FUTURA'");

    assertThat(store.read().headings).isEqualTo(BrandFont.GEORGIA);
    assertThat(store.read().texts).isEqualTo(BrandFont.SYSTEM);
  }

  @Test
  void a_picture_is_kept_once_and_given_back_as_it_was() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", png);
    LogoPicture picture = new LogoPicture(png.toByteArray());
    for (int times = 0; times < 2; times++) {
      database.transactions.run(() -> store.keep(picture));
    }

    assertThat(database.count("PP_BRAND_LOGO")).isOne();
    assertThat(store.picture(picture.sha256)).contains(picture.png());
    assertThat(store.picture("0".repeat(64))).isEmpty();
  }
}
