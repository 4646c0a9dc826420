#!/usr/bin/env python3
"""archive.py WHEELS TARGET OUT   puts the program of a wheel with its licences and the README into a ZIP file that
whoever has no Python can unpack. Exit 1 where the wheel does not hold the program."""
import pathlib, sys, zipfile

wheels, target, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
[wheel] = wheels.glob("*.whl")
version = wheel.name.split("-")[1]
with zipfile.ZipFile(wheel) as source:
    programs = [name for name in source.namelist() if ".data/scripts/pakt" in name]
    if len(programs) != 1:
        sys.exit(f"{wheel} holds {len(programs)} programs")
    program = source.read(programs[0])
folder = f"pakt-{version}-{target}"
with zipfile.ZipFile(out / f"{folder}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    info = zipfile.ZipInfo(f"{folder}/{pathlib.Path(programs[0]).name}", (1980, 1, 1, 0, 0, 0))
    info.external_attr, info.compress_type = 0o755 << 16, zipfile.ZIP_DEFLATED
    archive.writestr(info, program)
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-THIRD-PARTY.md"]:
        archive.write(name, f"{folder}/{name}")
    # The program holds fonts, whose licences go with them.
    for font, name in [("lato", "OFL.txt"), ("dejavu", "LICENSE.txt")]:
        archive.write(f"src/write/pdf/fonts/{font}/{name}", f"{folder}/LICENSE-{font}.txt")
print(out / f"{folder}.zip")
