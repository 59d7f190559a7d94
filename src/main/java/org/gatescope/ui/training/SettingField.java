package org.gatescope.ui.training;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Leaving;

/** A number of the settings: Enter or leaving the field commits, Escape gives up; what cannot be is refused in words. */
final class SettingField<T> extends TextField {
    static final Texts TEXTS = Texts.of(SettingField.class);
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Setting<T> setting;
    private final Label refusal;
    private final Consumer<T> onChange;

    /** @param refusal says why a number was not taken */
    SettingField(Setting<T> setting, Label refusal, Consumer<T> onChange) {
        this.setting = setting;
        this.refusal = refusal;
        this.onChange = onChange;
        setId("training-" + setting.key());
        setPrefColumnCount(6);
        setAccessibleText(TEXTS.get("setting." + setting.key()));
        show();
        setOnAction(event -> commit());
        Leaving.commits(this, this::commit);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show();
                refuse("");
                event.consume();
            }
        });
    }

    /** What is typed was not taken. */
    boolean isRefused() {
        return getPseudoClassStates().contains(REFUSED);
    }

    private void show() {
        setText(text(setting));
    }

    private static String text(Setting<?> of) {
        return of.isWhole() ? Numerals.grouped((long) of.value()) : text(of.value());
    }

    /** {@code 0.999}, {@code 1e-8}: as one would type it. */
    static String text(double value) {
        boolean isPlain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
        return isPlain ? new BigDecimal(Numerals.typed(value)).toPlainString() : Numerals.typed(value);
    }

    private void commit() {
        switch (setting.isWhole() ? TypedNumber.readWhole(getText()) : TypedNumber.read(getText())) {
            case TypedNumber.Number(double value) -> take(value);
            case TypedNumber.Refused(String reason) -> refuse(reason);
        }
    }

    private void take(double value) {
        try {
            T changed = setting.with().to(value);
            refuse("");
            if (value != setting.value()) {
                onChange.accept(changed);
            }
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        pseudoClassStateChanged(REFUSED, !why.isEmpty());
    }
}
