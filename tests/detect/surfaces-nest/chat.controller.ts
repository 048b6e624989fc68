import { Body, Controller, Get, Post } from '@nestjs/common';
import { DeskService } from './desk.service';

@Controller('chat')
export class ChatController {
  constructor(private readonly desk: DeskService) {}

  @Post()  // expect: surface chat route http asks=desk.service.ts:7 route=/chat
  ask(@Body() body: { text: string }) {
    return this.desk.answer(body.text);
  }

  @Get('title')
  title() {
    return this.desk.title(); // ok: nothing is asked
  }
}
