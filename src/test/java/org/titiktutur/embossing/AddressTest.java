package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "tcp://embos.perpus.id,            tcp://embos.perpus.id:9100",
    "TCP://192.168.1.20:9101/,         tcp://192.168.1.20:9101",
    "tcp://[fe80::1%eth0]:9100,        tcp://[fe80::1%eth0]:9100",
    "tcp://[::1],                      tcp://[::1]:9100",
    "file:/dev/usb/lp0,                file:/dev/usb/lp0",
    "file:///dev/usb/lp0,              file:/dev/usb/lp0",
    "file:keluar nanti.brf,            file:keluar nanti.brf"
  })
  void anAddressIsReadAsPeopleWriteIt(String written, String address) throws AddressException {
    assertThat(Address.parse(written)).hasToString(address);
    assertThat(Address.parse(address)).isEqualTo(Address.parse(written));
  }

  @ParameterizedTest
  @CsvSource({
    "everest,                 NO_ADDRESS",
    "/dev/usb/lp0,            NO_ADDRESS",
    "'',                      NO_ADDRESS",
    "tcp://,                  MALFORMED",
    "tcp:host,                MALFORMED",
    "tcp://host:0,            MALFORMED",
    "tcp://host:99999,        MALFORMED",
    "tcp://host:port,         MALFORMED",
    "tcp://user@host:9100,    MALFORMED",
    "tcp://host/queue,        MALFORMED",
    "file:,                   MALFORMED",
    "file://host/path,        MALFORMED",
    "ipp://host/printers/a,   NOT_BUILT",
    "ipps://host,             NOT_BUILT",
    "lpd://host/queue,        NOT_BUILT",
    "http://host:9100,        NOT_BUILT"
  })
  void whatIsNoneIsSaidToBeNone(String written, AddressException.Reason reason) {
    AddressException refused =
        catchThrowableOfType(AddressException.class, () -> Address.parse(written));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.text()).isEqualTo(written);
  }
}
